import { commandRow, commands, type CommandType } from '../workflows/case/commands.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../workflows/deadlines/deadlines.ts'
import { isMinor, type Facts } from '../workflows/facts/facts.ts'
import { guards, type GuardId, type Situation } from '../workflows/guards/guards.ts'
import { askingFor, desks, searchPhase } from '../workflows/places/search.ts'
import type { Bilingual } from '../workflows/vocabulary/vocabulary.ts'
import { warnedBy } from './action-availability.ts'
import { regionClass } from './disclosure.ts'
import type { Sight } from './sight.ts'

/** What may be waited for beside an act of the case: a question that was asked, a refusal, a referral that nobody answers. */
export const referralDuties = {
  'referral.declined': {
    fr: 'Refus : renvoyer ou décider de la suite',
    en: 'Refused: send again or decide what follows'
  },
  'referral.silent': { fr: 'Relancer : orientation sans réponse', en: 'Chase: referral without answer' },
  'referral.question': { fr: 'Répondre à une question', en: 'Answer a question' }
} as const satisfies Record<string, Bilingual>

export type Duty = CommandType | keyof typeof referralDuties

export const dutyLabel = (duty: string): Bilingual =>
  duty in referralDuties
    ? referralDuties[duty as keyof typeof referralDuties]
    : commands[duty as CommandType].label

/** Acts that tidy the lists: nobody is worse off for their waiting a day. */
const housekeeping: readonly string[] = ['case.close_lost'] satisfies Duty[]

/** Acts that weigh nothing of anybody: what is waited for in several cases may be done in all of them at one go. */
export const doneInOneGo: readonly string[] = ['triage.start'] satisfies Duty[]
export const doneTogether = (duty: string): boolean => doneInOneGo.includes(duty)

/** How urgent a line is, the smallest first; what is not waited for comes with the last. */
export const urgencies = { danger: 0, minor: 1, statute: 2, design: 3, housekeeping: 4 } as const

/** Danger, then minors, then what the law counts, then what this project counts, then what only tidies. Pure. */
export const urgencyOf = (
  duty: string | null,
  { danger, ageGroup }: Pick<Facts, 'danger' | 'ageGroup'>,
  ownClock: string | null
): number => {
  if (duty === null) return urgencies.housekeeping
  if (danger === 'immediate') return urgencies.danger
  if (housekeeping.includes(duty)) return urgencies.housekeeping
  if (isMinor({ ageGroup })) return urgencies.minor
  const statute = ownClock !== null && deadlineRegister[ownClock as DeadlineCode].status === 'statute'
  return statute ? urgencies.statute : urgencies.design
}

/** Acts that danger or childhood calls for, while it does: they come right after what is waited for. */
const pressing: Partial<Record<CommandType, GuardId>> = {
  'danger.immediate': 'immediateDanger',
  'acse.request': 'localDanger',
  'concern.report': 'concernDue',
  'minor.report_prosecutor': 'minorOrDoubt'
}

/** Acts that end something or move it elsewhere: never what one looks for first. */
const lastResorts: readonly CommandType[] = [
  'merge.propose',
  'territory.transfer',
  'housing.no_need',
  'consent.withdraw',
  'consent.refuse',
  'reflection.interrupt',
  'permit.refuse',
  'permit.withdraw',
  'resident.refuse',
  'other.refuse',
  'psp.refuse',
  'psp.end',
  'closing.ask',
  'case.close'
]

const searches: readonly CommandType[] = askingFor(desks)

/**
 * Whether the act asks for a place while, as far as this reader knows, one is sought or promised already: it is then
 * not listed first.
 */
const soughtAlready = (type: CommandType, situation: Situation, { whole }: Sight) =>
  searches.includes(type) &&
  ['seeking', 'promised'].includes(searchPhase(type, situation)) &&
  whole(regionClass(commandRow(type).region))

/**
 * Whether the act writes down that the person is held, banned or made to leave, or what follows a measure that, as far as this reader
 * knows, nobody recorded. `idle`: as this reader knows it, it has no object, the person being French. An authority may record it all the same.
 */
export const coercionOf = (
  type: CommandType,
  situation: Situation,
  sight: Sight
): 'possible' | 'idle' | null => {
  const { coerces, warns } = commandRow(type)
  const stands = () =>
    warns.every((guard) => sight.learns(guards[guard])) && warnedBy(type, situation, sight).length === 0
  if (coerces === null || (coerces === 'follows' && stands())) return null
  const french = sight.learns(guards.neverEuOrFrench) && situation.facts.nationality === 'french'
  return french ? 'idle' : 'possible'
}

/** Whether this reader is told that the file has nothing for the act yet, or has it already: it stays open, and nobody looks for it first. */
const lacksObject = (type: CommandType, situation: Situation, sight: Sight): boolean =>
  warnedBy(type, situation, sight).some((guard) => guards[guard].rests === 'file')

/** Whether the act may be done at any time, as what it answers may be known late, and no clock that this reader is told of waits for it. */
const answersNothing = (type: CommandType, running: readonly string[]): boolean => {
  const { from, guards: asked, evenWhenClosed } = commandRow(type)
  const rows: Partial<Record<string, DeadlineRow>> = deadlineRegister
  const waits = (code: string) => rows[code]?.stopsWhen.done?.includes(type) ?? false
  return from === 'any' && asked.length === 0 && evenWhenClosed && !running.some(waits)
}

/**
 * In which order acts are offered beside what is waited for: danger that the reader may know of, as in the table, what ends something
 * or has nothing to answer, what coerces. `running`: the clocks that the reader is told of.
 */
export const rankOf = (
  type: CommandType,
  situation: Situation,
  sight: Sight,
  running: readonly string[] = []
): number => {
  const danger = pressing[type]
  const known = danger && sight.learns(guards[danger])
  if (danger && known && guards[danger].holds(situation) && !soughtAlready(type, situation, sight)) return 0
  if (coercionOf(type, situation, sight) !== null) return 3
  const idle = answersNothing(type, running) || lacksObject(type, situation, sight)
  return idle || lastResorts.includes(type) ? 2 : 1
}
