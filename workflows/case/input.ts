import type { TObject } from 'typebox'
import { Compile } from 'typebox/compile'
import { flaggedAgeProblems } from './age.problems.ts'
import { addDays } from '../calendar/calendar.ts'
import { isMinor } from '../facts/facts.ts'
import { notesOf } from '../vocabulary/fields.ts'
import type { FlagInput } from '../facts/flag.ts'
import { problem, type InputProblem } from '../vocabulary/problem.ts'

const compiled = new WeakMap<TObject, (input: unknown) => boolean>()

/** Whether an input has the form that its table gives; the edge says which field has not. */
export const fits = (schema: TObject, input: unknown): boolean => {
  const known = compiled.get(schema)
  if (known) return known(input)
  const validator = Compile(schema)
  const check = (value: unknown) => validator.Check(value)
  compiled.set(schema, check)
  return check(input)
}

const inFuture = (field: string): InputProblem => ({
  field,
  code: 'in_future',
  message: { fr: 'Cette date est dans le futur', en: 'This date lies in the future' }
})
const tooOld = (field: string): InputProblem => ({
  field,
  code: 'too_old',
  message: {
    fr: 'Cette date est trop ancienne : vérifiez l’année.',
    en: 'This date is too far back: check the year.'
  }
})

/** Nobody alive was born before; and no zone counts these years from another one. */
const earliest = '1910-01-01'

/** What a schema cannot say of dates: an act that has happened is not dated tomorrow, nor before anyone alive was born. */
export const dateProblems = (
  schema: TObject,
  input: Record<string, unknown>,
  today: string
): InputProblem[] =>
  Object.entries(schema.properties).flatMap(([field, property]) => {
    const value = input[field]
    const nested = (property as { properties?: TObject['properties'] }).properties
    if (nested && value)
      return dateProblems(property as TObject, value as Record<string, unknown>, today).map((problem) => ({
        ...problem,
        field: `${field}.${problem.field}`
      }))
    if ((property as { format?: string }).format !== 'date' || typeof value !== 'string') return []
    if (value < earliest) return [tooOld(field)]
    return value > today && !notesOf(property)?.ahead ? [inFuture(field)] : []
  })

/** What goes with one answer of a form is not taken beside another: the second voice would read it as said. */
export const strayProblems = (schema: TObject, input: Record<string, unknown>): InputProblem[] =>
  Object.entries(schema.properties).flatMap(([field, property]) => {
    const { onlyIf } = notesOf(property) ?? {}
    if (!onlyIf || input[field] === undefined || input[onlyIf.field] === onlyIf.is) return []
    const { fr, en } = notesOf(schema.properties[onlyIf.field]!)!.choices![onlyIf.is]!
    return problem(
      field,
      'other_answer',
      `Cette réponse va avec « ${fr} » : laissez-la vide, ou changez l’autre réponse.`,
      `This goes with “${en}”: leave it empty, or change the other answer.`
    )
  })

const gone = (field: string, heldWithin: number): InputProblem => ({
  field,
  code: 'in_past',
  message:
    heldWithin === 0
      ? {
          fr: 'Ce moment est déjà passé : un rendez-vous se fixe à venir. Vérifiez le jour et l’heure.',
          en: 'This moment has already passed: an appointment lies ahead. Check the day and the hour.'
        }
      : {
          fr: `Ce moment est passé depuis plus de ${heldWithin} jours : vérifiez le jour et l’heure.`,
          en: `This moment passed more than ${heldWithin} days ago: check the day and the hour.`
        }
})

const hoursOfDay = 24
const msOfHour = 3_600_000

/** An appointment is set before it is held, or written down soon after: a day counts to its end, an hour to the minute. */
export const appointmentProblems = (
  schema: TObject,
  input: Record<string, unknown>,
  { today, at }: { today: string; at: Date }
): InputProblem[] =>
  Object.entries(schema.properties).flatMap(([field, property]) => {
    const value = input[field]
    const { ahead, heldWithin = 0 } = notesOf(property) ?? {}
    if (ahead !== 'only' || typeof value !== 'string') return []
    const isDay = (property as { format?: string }).format === 'date'
    const gap = at.getTime() - Date.parse(value)
    const isGone = isDay ? value < addDays(today, -heldWithin) : gap > heldWithin * hoursOfDay * msOfHour
    return isGone ? [gone(field, heldWithin)] : []
  })

/** The age is not contradicted; an adult's identity is passed on only with her agreement, and the flag never needs it. */
export const flagProblems = (input: FlagInput): InputProblem[] => [
  ...flaggedAgeProblems(input),
  ...identityProblems(input)
]

const identityProblems = (input: FlagInput): InputProblem[] =>
  input.identity && Object.keys(input.identity).length > 0 && !isMinor(input) && !input.nominativeConsent
    ? [
        {
          field: 'identity',
          code: 'consent_required',
          message: {
            fr: 'Sans son accord, l’identité d’une personne majeure ne peut pas être transmise : retirez-la ou recueillez l’accord.',
            en: 'Without their agreement an adult’s identity cannot be passed on: remove it or obtain the agreement.'
          }
        }
      ]
    : []
