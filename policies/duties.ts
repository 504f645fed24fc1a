import { openness } from '../workflows/advance.ts'
import type { Capacity } from '../workflows/capacities.ts'
import { commandRow, commands, commandTypes, type CommandType } from '../workflows/commands.ts'
import { deadlineRegister, type DeadlineCode } from '../workflows/deadlines.ts'
import type { Situation } from '../workflows/guards.ts'
import type { Bilingual } from '../workflows/vocabulary.ts'
import type { DataClass, ReferralKind, RegionId } from '../workflows/vocabulary.ts'
import { roleOfType, type OrgType, type Role } from './actor.ts'
import { grants } from './grants.ts'

/** What may be waited for beside an act of the case: a referral that nobody answers, a question that was asked. */
export const referralDuties = {
  'referral.silent': { fr: 'Relancer : orientation sans réponse', en: 'Chase: referral without answer' },
  'referral.question': { fr: 'Répondre à une question', en: 'Answer a question' }
} as const satisfies Record<string, Bilingual>

export type Duty = CommandType | keyof typeof referralDuties

export const dutyLabel = (duty: string): Bilingual =>
  duty in referralDuties
    ? referralDuties[duty as keyof typeof referralDuties]
    : commands[duty as CommandType].label

// The second voice comes before the first, so that a case with a proposal waits for its conclusion; the rest keep the order of the grants.
const concludes = (type: CommandType) => commandRow(type).guards.some((guard) => guard.endsWith('Proposed'))
const order = (a: CommandType, b: CommandType) => Number(concludes(b)) - Number(concludes(a))

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
    (type) => mayDo(role, capacity, type) && openness(situation, type).open
  )
  const collegial = (type: CommandType) => type.startsWith('grounds.') || type === 'triage.reject'
  // Who gave the first voice waits for the others; the others are waited for to conclude.
  const mine = open.filter((type) => !collegial(type) || proposal?.orgId !== orgId)
  return mine[0] ?? null
}

const classOfRegion: Partial<Record<RegionId, DataClass>> = {
  housing: 'K',
  residence: 'E',
  judicial: 'F',
  // Where her care stands tells no health; it is for those who may read her account.
  care: 'C'
}

/** The data class a reader needs to see where a region stands and the acts that moved it. */
export const regionClass = (region: RegionId | null): DataClass | null =>
  (region && classOfRegion[region]) ?? null

/** Where a person was sent, and who refused, is of the region that the referral serves. */
export const referralClass = (kind: ReferralKind): DataClass => (kind === 'prefecture' ? 'E' : 'K')

const openers = commandTypes.flatMap((type) =>
  commandRow(type).opens.map(({ code }) => [code, commandRow(type).region] as const)
)

/** A clock is seen by whoever may see the region whose act opened it; those of a referral belong to housing or residence. */
export const deadlineClass = (code: string): DataClass | null => {
  const opener = openers.find(([opened]) => opened === code)
  if (opener) return regionClass(opener[1])
  return code === 'MNIO-PREF-ANSWER' ? 'E' : 'K'
}

const doneBySomeone = new Set(
  commandTypes.filter((type) => commandRow(type).duty).flatMap((type) => commandRow(type).closes)
)

/** After its due day, a clock stays late until somebody does what it waits for; the others only reminded. */
export const staysLate = (code: string) =>
  deadlineRegister[code as DeadlineCode].fires === null && doneBySomeone.has(code as DeadlineCode)
