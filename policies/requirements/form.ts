import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import type { FlagInput } from '../../workflows/facts/flag.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { requiredProblems, withdrawnProblems } from '../../workflows/configuration/forms.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { factProblems } from '../../workflows/case/fact.problems.ts'
import { isOdd } from '../../workflows/case/records.ts'
import { dateProblems, fits, flagProblems, strayProblems } from '../../workflows/case/input.ts'
import type { InputProblem } from '../../workflows/vocabulary/problem.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Bar } from '../../workflows/places/fit.ts'
import type { Actor } from '../actor.ts'
import type { Sight } from '../sight.ts'
import type { Readings } from './requirement.ts'

type Input = Record<string, unknown>

const misformed: InputProblem = {
  field: '',
  code: 'invalid',
  message: { fr: 'Valeur non valide', en: 'Not valid' }
}

/** What an act's own form, the day and the facts of the case refuse, field by field. A flag has no case yet. */
export const formProblems = (
  command: CommandType,
  input: Input,
  today: string,
  situation: Situation | null = null
): InputProblem[] => {
  const schema = commandRow(command).input
  if (!fits(schema, input)) return [misformed]
  return [
    ...dateProblems(schema, input, today),
    ...strayProblems(schema, input),
    ...(command === 'case.flag' ? flagProblems(input as FlagInput) : []),
    ...(situation ? factProblems(command, input, situation, today).filter((one) => !isOdd(command, one)) : [])
  ]
}

const siteUnsaid: InputProblem = {
  field: 'site',
  code: 'required',
  message: {
    fr: 'Dites sur quel lieu de vie vous avez rencontré la personne.',
    en: 'Say in which settlement you met the person.'
  }
}

/** What a flag asks of some services beyond its form: who mediates in informal settlements says in which one they met. */
export const flagAsksOf = ({ role }: Pick<Actor, 'role'>): (keyof FlagInput)[] =>
  role === 'school_mediation' ? ['site'] : []

export const siteProblems = (actor: Pick<Actor, 'role'>, { site }: Input): InputProblem[] =>
  flagAsksOf(actor).includes('site') && (typeof site !== 'string' || site.trim() === '') ? [siteUnsaid] : []

/** What the version of the case asks of an act beyond its table. */
export const configuredProblems = (
  command: CommandType,
  input: Input,
  configuration: Configuration,
  added: string | null = null
): InputProblem[] => [
  ...requiredProblems(command, input, configuration),
  ...withdrawnProblems(command, input, configuration, added)
]

export const namesPlace = (command: CommandType): boolean => {
  const field = commandRow(command).input.properties['placeId']
  return field !== undefined && notesOf(field)?.lookup !== undefined
}

/** The reasons that the actor may read; a bar of which they may not know holds, and is not explained. */
const because = (bars: readonly Bar[], { sees }: Pick<Sight, 'sees'>, locale: keyof Bilingual): string => {
  const told = bars.filter((one) => sees(one.sees)).map(({ reason }) => reason[locale])
  return told.length > 0 ? `${locale === 'fr' ? ' :' : ':'} ${told.join(', ')}.` : '.'
}

const never = (bars: readonly Bar[], sight: Pick<Sight, 'sees'>): InputProblem => ({
  field: 'placeId',
  code: 'never_offered',
  message: {
    fr: `Cette place ne peut pas lui être proposée${because(bars, sight, 'fr')}`,
    en: `This place cannot be offered to this person${because(bars, sight, 'en')}`
  }
})
const unsaid = (bars: readonly Bar[], sight: Pick<Sight, 'sees'>): InputProblem => ({
  field: 'despite',
  code: 'reason_due',
  message: {
    fr: `Dites pourquoi la proposer quand même${because(bars, sight, 'fr')}`,
    en: `Say why it is offered all the same${because(bars, sight, 'en')}`
  }
})

/** Why a place may not be given to the person, or not without a reason. One that the actor does not see is refused by what looks for it. */
export const placeProblems = (
  input: Input,
  bars: Readings['bars'],
  sight: Pick<Sight, 'sees'>
): InputProblem[] => {
  if (bars === null) return []
  if (bars.never.length > 0) return [never(bars.never, sight)]
  return bars.unlessSaid.length > 0 && input['despite'] === undefined ? [unsaid(bars.unlessSaid, sight)] : []
}

const byHand: Bilingual = {
  fr: 'Cette décision se prend en réunion, en clôturant le vote du point : ses chiffres ne se saisissent pas.',
  en: 'This decision is taken in a meeting, by closing the vote on the item: its numbers are not typed.'
}

/** No number that is given is trusted: the votes were counted again. */
export const meetingRefused = (
  { command, input }: { command: CommandType; input: Input },
  decision: Readings['meetingDecision']
): Bilingual | null => {
  if (decision === null) return byHand
  if (decision.refused !== null) return decision.refused
  const { tally } = decision
  const same = (Object.keys(tally) as (keyof typeof tally)[]).every((field) => tally[field] === input[field])
  return decision.command === command && same ? null : byHand
}
