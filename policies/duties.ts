import { openness } from '../workflows/advance.ts'
import type { Capacity } from '../workflows/capacities.ts'
import { commandRow, commands, commandTypes, type CommandType } from '../workflows/commands.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../workflows/deadlines.ts'
import { guards, type Situation } from '../workflows/guards.ts'
import { kinds } from '../workflows/referral.kinds.ts'
import type { Bilingual } from '../workflows/vocabulary.ts'
import type { DataClass, ReferralKind, RegionId } from '../workflows/vocabulary.ts'
import { roleOfType, type OrgType, type Role } from './actor.ts'
import { grants } from './grants.ts'
import { secondVoices } from './separation.ts'

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
const concludes = (type: CommandType) => secondVoices.includes(type)
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
  const collegial = (type: CommandType) => type === 'grounds.propose' || secondVoices.includes(type)
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

/** The class a reader needs to follow an act: the one of its region, unless its row asks for a rarer one. */
export const actClass = (type: CommandType): DataClass | null =>
  commandRow(type).sees ?? regionClass(commandRow(type).region)

const classOfKind: Partial<Record<ReferralKind, DataClass>> = {
  prefecture: 'E',
  exit_programme: 'E',
  prosecutor: 'F',
  police: 'F',
  labour_inspection: 'F',
  juvenile_judge: 'F',
  ad_hoc_guardian: 'F',
  compensation_lawyer: 'F',
  // A place of the asylum scheme tells that she seeks asylum.
  dna: 'I',
  dna_place: 'I',
  // To whom she goes for care, or that she thinks of leaving, is for those who may read her account.
  health: 'C',
  voluntary_return: 'C'
}

/** Where a person was sent, and who refused, is of the region that the referral serves. */
export const referralClass = (kind: ReferralKind): DataClass => classOfKind[kind] ?? 'K'

const kindAnsweredWithin = (code: string) =>
  (Object.keys(kinds) as ReferralKind[]).find((kind) => kinds[kind].answerWithin === code)

/** A clock is told to those who may see what its name tells; one that awaits an answer goes with its referral. */
export const deadlineClass = (code: string): DataClass | null => {
  const { dataClass }: DeadlineRow = deadlineRegister[code as DeadlineCode]
  // Told by the opening itself, to those who must know of it: nobody takes part in a case for its aggregates.
  if (dataClass === 'opening') return 'L'
  if (dataClass !== 'referral') return dataClass
  return referralClass(kindAnsweredWithin(code)!)
}

const doneBySomeone = new Set(
  commandTypes.filter((type) => commandRow(type).duty).flatMap((type) => commandRow(type).closes)
)

/** After its due day, a clock stays late until somebody does what it waits for; the others only reminded. */
export const staysLate = (code: string) =>
  [null, 'opp.lapsed'].includes(deadlineRegister[code as DeadlineCode].fires) &&
  doneBySomeone.has(code as DeadlineCode)
