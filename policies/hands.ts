import type { CommandType } from '../workflows/commands.ts'
import type { Capacity } from '../workflows/capacities.ts'
import { isMinor } from '../workflows/facts.ts'
import { kindRow } from '../workflows/referral.kinds.ts'
import { referralKindIds, type ReferralKind } from '../workflows/vocabulary.ts'
import type { Role } from './actor.ts'
import { seesWhole, type Known } from './data-classes.ts'
import { grants } from './grants.ts'
import { referralClass } from './told.ts'

/** How whoever did an act appears where it is not told: as any shelter, or as anybody. */
export type Mask = 'shelter' | 'anybody'

const handsOf = (command: CommandType): { role: Role; as: Capacity }[] =>
  (Object.keys(grants) as Role[]).flatMap((role) =>
    grants[role].filter(({ may }) => may.includes(command)).map(({ as }) => ({ role, as }))
  )

/** The referrals that let a capacity in. A move to another cell has a rule of its own. */
const waysInto = (as: Capacity): ReferralKind[] =>
  referralKindIds.filter((kind) => kind !== 'cell' && kindRow(kind).capacity === as)

/** An asylum centre does what a shelter of Ac.Sé does, in the same role: to whoever follows her housing it is one. */
export const appearsAsShelter = (
  { role, command }: { role: string; command: CommandType },
  capacity: Capacity,
  facts: Known
): boolean =>
  role === 'shelter' &&
  seesWhole(referralClass('acse_place'), capacity, facts) &&
  handsOf(command).some(({ as }) => as === 'shelter')

/**
 * Whether a house by its name would say that no centre of the asylum scheme did it: to whoever offers places of its own and
 * may not know of asylum, each of them is a shelter.
 */
export const mayBeOfAsylum = (command: CommandType, capacity: Capacity, facts: Known): boolean =>
  !isMinor(facts) &&
  !seesWhole('I', capacity, facts) &&
  handsOf(command).some(({ as }) => as === 'dna_centre')

/**
 * Whether « somebody » beside this act would mean asylum, because nobody else who may do it is kept from this reader: then
 * nobody who may do it by a referral is told. Of children the asylum scheme takes none.
 */
export const maskTellsAsylum = (command: CommandType, capacity: Capacity, facts: Known): boolean => {
  if (isMinor(facts)) return false
  const isKept = (kind: ReferralKind) => !seesWhole(referralClass(kind), capacity, facts)
  const kept = handsOf(command)
    .filter(({ role }) => !appearsAsShelter({ role, command }, capacity, facts))
    .map(({ as }) => waysInto(as).filter(isKept))
    .filter((ways) => ways.length > 0)
  return kept.length > 0 && kept.every((ways) => ways.some((kind) => referralClass(kind) === 'I'))
}

/** Whether a role may do an act by a referral, alone or among other ways: shelters are told as shelters. */
export const doesByReferral = (role: string, command: CommandType): boolean =>
  role !== 'shelter' && handsOf(command).some((hand) => hand.role === role && waysInto(hand.as).length > 0)
