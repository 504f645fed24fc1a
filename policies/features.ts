import type { Actor, Role } from './actor.ts'
import { occupancyReaders, referentReaders } from './organisations/directories.ts'
import { holds } from './grants.ts'

/** What the product has beside the cases, and the roles that have it. For every other role it does not exist. */
const rooms = {
  places: ['acse_desk', 'ofii', 'child_protection', 'shelter'],
  ownPlaces: ['shelter'],
  waitingList: ['acse_desk', 'ofii', 'child_protection'],
  // Follows the mechanism, or watches over it, and follows no case: also reads what other bodies count, and what they ask.
  national: ['miprof', 'oversight'],
  // Prepares the releases of the nation’s figures, and publishes those that a colleague prepared.
  releases: ['miprof'],
  referents: referentReaders,
  // Cases that pass from one association to another.
  handings: ['asso'],
  // Acts of others that are to be undone, of people whom they accompany or keep.
  undoing: ['asso', 'shelter', 'child_protection'],
  // Persons whom their association has left without anybody: another is named.
  naming: ['cell_secretary'],
  asylumOccupancy: occupancyReaders
} as const satisfies Record<string, readonly Role[]>

export type Feature = keyof typeof rooms
export const featureIds = Object.keys(rooms) as Feature[]

export const enters = (role: Role, room: Feature): boolean => (rooms[room] as readonly Role[]).includes(role)

/** What a role has of it. Pages ask for the room and never for the role. */
export const featuresOf = (role: Role): Feature[] => featureIds.filter((room) => enters(role, room))

/** Whether somebody speaks for a cell, or has a seat in one. */
export const sitsInCell = ({ role }: Pick<Actor, 'role'>): boolean =>
  holds(role, 'cell') || holds(role, 'cell_member')

/** Whoever speaks for the cell of a territory plans its meetings and conducts them. */
export const conductsMeetings = <A extends Pick<Actor, 'role' | 'territory'>>(
  actor: A
): actor is A & { territory: string } => holds(actor.role, 'cell') && actor.territory !== null
