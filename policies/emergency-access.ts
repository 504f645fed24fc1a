import { capacities, type Capacity } from '../workflows/vocabulary/capacities.ts'
import type { Facts } from '../workflows/facts/facts.ts'
import type { EmergencyClass } from '../workflows/case/emergency-access.ts'
import { roles, type Role } from './actor.ts'
import { accessTo } from './data-classes.ts'
import { holds } from './grants.ts'

/** What an emergency may open to each capacity that already takes part, beyond its own sight. */
export const emergencySight = Object.fromEntries(
  Object.entries(capacities).map(([capacity, { emergency }]) => [capacity, emergency])
) as unknown as Record<Capacity, readonly EmergencyClass[]>

/** Whoever answers by link has no colleague, and neither has the clock: nobody could confirm what they opened. */
const answerable = (role: Role) => role !== 'external' && role !== 'system'

/** The roles whose people speak for an organisation in a capacity, with an account. */
export const speakersOf = (capacity: Capacity): Role[] =>
  (Object.keys(roles) as Role[]).filter((role) => answerable(role) && holds(role, capacity))

/** Whoever weighs her right to stay opens nothing, not even as the one who flagged. */
const weighsStay = (role: Role) => holds(role, 'prefecture') || holds(role, 'exit_programme')

/** Roles and the capacities in which they may ever open something in an emergency. */
export const mayEverOpen = (role: Role): Capacity[] =>
  (Object.keys(emergencySight) as Capacity[]).filter(
    (capacity) =>
      emergencySight[capacity].length > 0 && speakersOf(capacity).includes(role) && !weighsStay(role)
  )

/** Who looks into what was opened, everywhere, whoever opened it. */
export const overseers: readonly Role[] = ['dpo']
export const overseesOpenings = (role: Role): boolean => overseers.includes(role)

type Known = Pick<Facts, 'consents' | 'ageGroup' | 'danger'>

// The place where the person sleeps (class A) opens to the police alone, and only while immediate danger was recorded
// by another organisation: nobody may record the very danger that opens the place to them.
const locates = (dataClass: EmergencyClass) => dataClass === 'A'
export const mayLocate = (role: Role) => role === 'police'
const inDanger = (role: Role, { facts, dangerToldByAnother }: Asking) =>
  mayLocate(role) && facts.danger === 'immediate' && dangerToldByAnother

type Asking = {
  as: Capacity
  held: readonly Capacity[]
  facts: Known
  /** That her danger is immediate was recorded by another organisation than the one that asks. */
  dangerToldByAnother: boolean
}

/** The classes that an emergency would open to this role in one capacity, of all in which its organisation takes part. Pure. */
export const openable = (role: Role, asking: Asking): EmergencyClass[] => {
  const { as, held, facts } = asking
  if (!held.includes(as) || !mayEverOpen(role).includes(as)) return []
  return emergencySight[as].filter(
    (dataClass) =>
      held.every((capacity) => accessTo(dataClass, capacity, facts).access === 'closed') &&
      (!locates(dataClass) || inDanger(role, asking))
  )
}

/** An opening as policy sees it: who opened, in which capacity; who must confirm, and who was told. */
export type OpeningSubject = {
  personId: string
  orgId: string
  capacity: Capacity
  confirmOrgId: string
  toldOrgs: string[]
  toldAs: Capacity
}

/** A colleague speaks in the same capacity; for who has none, the cell does. */
export const confirmsAs = ({ orgId, confirmOrgId, capacity }: OpeningSubject): Capacity =>
  orgId === confirmOrgId ? capacity : 'cell'
