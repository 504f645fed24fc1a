import { openness } from '../workflows/advance.ts'
import { capacities, type Capacity } from '../workflows/capacities.ts'
import { commandRow, commands, commandTypes, type CommandType } from '../workflows/commands.ts'
import { deadlineRegister, type DeadlineCode } from '../workflows/deadlines.ts'
import { isMinor, type Facts } from '../workflows/facts.ts'
import { guards, type GuardId, type Situation } from '../workflows/guards.ts'
import type { Bilingual } from '../workflows/vocabulary.ts'
import { seesWhole } from './data-classes.ts'
import { roleOfType, type OrgType, type Role } from './actor.ts'
import { grants } from './grants.ts'
import { isVoice, secondVoices } from './separation.ts'

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

// The second voice comes before the first, so that a case with a proposal waits for its conclusion; the rest keep the order of the grants.
const concludes = (type: CommandType) => secondVoices.includes(type)
const order = (a: CommandType, b: CommandType) => Number(concludes(b)) - Number(concludes(a))

/** Acts that tidy the lists: nobody is worse off for their waiting a day. */
const housekeeping: readonly string[] = ['case.close_lost'] satisfies Duty[]

/** How urgent a line is, the smallest first; what is not waited for comes with the last. */
export const urgencies = { danger: 0, minor: 1, statute: 2, design: 3, housekeeping: 4 } as const

/** Danger, then minors, then what the law counts, then what this project counts, then what only tidies. Pure. */
export const urgencyOf = (
  duty: string | null,
  { danger, ageGroup }: Pick<Facts, 'danger' | 'ageGroup'>,
  firstClock: string | null
): number => {
  if (duty === null) return urgencies.housekeeping
  if (danger === 'immediate') return urgencies.danger
  if (housekeeping.includes(duty)) return urgencies.housekeeping
  if (isMinor({ ageGroup })) return urgencies.minor
  const statute = firstClock !== null && deadlineRegister[firstClock as DeadlineCode].status === 'statute'
  return statute ? urgencies.statute : urgencies.design
}

/** The acts that each capacity is waited for. */
export const dutiesOf = Object.fromEntries(
  Object.values(grants)
    .flat()
    .reduce((map, { as, may }) => {
      const duties = may.filter((type) => commandRow(type).duty)
      return map.set(as, [...new Set([...(map.get(as) ?? []), ...duties])].sort(order))
    }, new Map<Capacity, CommandType[]>())
) as Partial<Record<Capacity, CommandType[]>>

/** The role in which the people of an organisation act when it takes part in a capacity. */
export const roleIn = (capacity: Capacity, orgType: OrgType): Role | null =>
  capacity === 'cell_member' ? 'cell_member' : roleOfType[orgType]

/** Some acts are waited for only while a fact holds: emergency shelter, while the person has none. */
const isDue = (situation: Situation, type: CommandType) => {
  const { duty } = commandRow(type)
  return typeof duty === 'string' ? guards[duty].holds(situation) : duty
}

const mayDo = (role: Role | null, capacity: Capacity, type: CommandType) =>
  role === null || grants[role].some(({ as, may }) => as === capacity && may.includes(type))

/** What this organisation is waited for in a case, or null: an act that its own role may do there. Pure. */
export const waitsFor = (
  situation: Situation,
  capacity: Capacity,
  orgId: string,
  role: Role | null = null
): CommandType | null => {
  const { proposal } = situation.facts
  const open = (dutiesOf[capacity] ?? []).filter(
    (type) => mayDo(role, capacity, type) && isDue(situation, type) && openness(situation, type).open
  )
  // Who gave the first voice waits for the others; the others are waited for to conclude.
  const mine = open.filter((type) => !isVoice(type) || proposal?.orgId !== orgId)
  return mine[0] ?? null
}

const doneBySomeone = new Set(
  commandTypes.filter((type) => commandRow(type).duty).flatMap((type) => commandRow(type).closes)
)

/** After its due day, a clock stays late until somebody does what it waits for; the others only reminded. */
export const staysLate = (code: string) =>
  [null, 'opp.lapsed'].includes(deadlineRegister[code as DeadlineCode].fires) &&
  doneBySomeone.has(code as DeadlineCode)

const stoppedBy = Object.fromEntries(
  (Object.keys(capacities) as Capacity[]).map((capacity) => [
    capacity,
    new Set((dutiesOf[capacity] ?? []).flatMap((type) => commandRow(type).closes))
  ])
) as Record<Capacity, Set<DeadlineCode>>

/** Late for those whose own act it waits for: the lateness of others is not theirs to be counted. */
export const isLateFor = (capacity: Capacity, code: string) =>
  staysLate(code) && stoppedBy[capacity].has(code as DeadlineCode)

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
  'closing.ask',
  'case.close'
]

/** In which order acts are offered beside what is waited for: danger that the reader may know of, then as in the table. */
export const rankOf = (type: CommandType, situation: Situation, held: readonly Capacity[]): number => {
  const danger = pressing[type]
  const known = danger && held.some((one) => seesWhole(guards[danger].sees, one, situation.facts))
  if (danger && known && guards[danger].holds(situation)) return 0
  return lastResorts.includes(type) ? 2 : 1
}
