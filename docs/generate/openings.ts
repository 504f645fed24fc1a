import type { TObject, TSchema } from 'typebox'
import type { Answered, Opening } from '../../workflows/act/command.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { guards, type GuardId } from '../../workflows/guards/guards.ts'
import { answersOf, asList, opensOf } from '../../workflows/deadlines/running/opening.ts'
import { closesOf } from '../../workflows/deadlines/running/stopping.ts'

export const clock = (code: DeadlineCode) => `${deadlineRegister[code].label.fr} (${code})`

/** A guard says why it refuses: what hangs on it does not happen where that would be answered. */
export const unless = (guard: GuardId) => `non là où il serait répondu : « ${guards[guard].reason.fr} »`

const fieldAt = (schema: TObject, path: string): TSchema | undefined =>
  path
    .split('.')
    .reduce<TSchema | undefined>(
      (found, key) => (found as TObject | undefined)?.properties?.[key],
      schema as TSchema
    )

const fieldLabel = (type: CommandType, path: string): string => {
  const field = fieldAt(commandRow(type).input, path)
  return `« ${(field && notesOf(field)?.label.fr) ?? path} »`
}

const choiceLabel = (type: CommandType, { field, is }: Answered) => {
  const schema = fieldAt(commandRow(type).input, field)
  const word = schema && notesOf(schema)?.choices?.[String(is)]?.fr
  return `si ${fieldLabel(type, field)} : « ${word ?? (is === true ? 'oui' : is === false ? 'non' : is)} »`
}

const conditions = (type: CommandType, opening: Opening): string[] => {
  const { was, when, unless: except, newly, given, unlessGiven, notBefore, ofScopes, interrupts } = opening
  return [
    ...asList(was).map((guard) => `avant l’acte, ${unless(guard)}`),
    ...asList(when).map(unless),
    ...(newly ? ['seulement si ce n’était pas déjà le cas avant l’acte'] : []),
    ...(except ? [`seulement là où il serait répondu : « ${guards[except].reason.fr} »`] : []),
    ...answersOf(opening).map((answer) => choiceLabel(type, answer)),
    ...(ofScopes ? [`si l’un de ces accords est donné : ${ofScopes.join(', ')}`] : []),
    ...(given ? [`si ${fieldLabel(type, given)} est dit`] : []),
    ...(unlessGiven ? [`si ${fieldLabel(type, unlessGiven)} n’est pas dit`] : []),
    ...(interrupts ? ['seulement s’il court déjà, d’un jour plus ancien'] : []),
    ...(notBefore ? [`jamais avant ${fieldLabel(type, notBefore)}`] : [])
  ]
}

const anew = (type: CommandType, { code, restarts, corrects, ofScopes }: Opening): string[] => {
  if (ofScopes) return ['repart de zéro quand tous ceux qui valent encore sont donnés à nouveau']
  if (corrects) return ['prend la place du sien contre la même décision, et laisse ceux des autres']
  return restarts || closesOf(type).includes(code) ? ['repart de zéro'] : []
}

const opening = (type: CommandType, one: Opening) => {
  const { code, startsOn, endsOn } = one
  const from = startsOn ? [`à compter de ${fieldLabel(type, startsOn)}`] : []
  const until = endsOn ? [`jusqu’à ${fieldLabel(type, endsOn)}`] : []
  return [`ouvre ${clock(code)}`, ...from, ...until, ...conditions(type, one), ...anew(type, one)].join(', ')
}

/** What an act does to the clocks: which it opens, from when and under which conditions, and which it stops or lets stand. */
export const clocksOf = (type: CommandType): string[] => {
  const { suspends, resumes } = commandRow(type)
  const opens: readonly string[] = opensOf(type).map(({ code }) => code)
  return [
    ...opensOf(type).map((one) => opening(type, one)),
    // One that the act opens anew is stopped first: it starts again, and is said once.
    ...closesOf(type)
      .filter((code) => !opens.includes(code))
      .map((code) => `arrête ${clock(code)}`),
    ...suspends.map((code) => `suspend ${clock(code)}`),
    ...resumes.map((code) => `reprend ${clock(code)}`)
  ]
}
