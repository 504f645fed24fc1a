import { capacities, type Capacity } from '../workflows/vocabulary/capacities.ts'
import { commandRow, commandTypes, type CommandType } from '../workflows/case/commands.ts'
import type { Role } from './actor.ts'
import { associations } from './grants/associations.ts'
import { cell, decidedInSession } from './grants/cell.ts'
import { childhood } from './grants/childhood.ts'
import { flaggers } from './grants/flaggers.ts'
import type { Grant } from './grants/grant.ts'
import { housing } from './grants/housing.ts'
import { justice } from './grants/justice.ts'
import { residence } from './grants/residence.ts'

export { decidedInSession }

/**
 * Which acts each role may do, by the capacity in which its organisation takes part in the case.
 * Only allowances: what is not written here is refused.
 */
export const grants: Record<Role, readonly Grant[]> = {
  ...associations,
  ...cell,
  ...justice,
  ...residence,
  ...housing,
  ...childhood,
  ...flaggers,
  womens_rights: [],
  oversight: [],
  miprof: [],
  admin: [],
  dpo: [],
  system: []
}

/** Roles that may flag a person, and the capacity that flagging gives their organisation. */
export const flagging: Partial<Record<Role, Capacity>> = {
  asso: 'referent',
  police: 'police',
  labour_inspection: 'labour',
  ofii: 'flagger',
  child_protection: 'child_protection',
  prosecutor: 'prosecutor',
  health: 'flagger',
  shelter: 'referent',
  prefecture: 'flagger',
  school: 'flagger',
  school_mediation: 'flagger',
  prison: 'flagger',
  probation: 'flagger',
  helpline: 'flagger'
}

/** Acts that only the clock or another aggregate fires: no button offers them, and neither a flag nor a meeting does them. */
export const firedBySystem: readonly CommandType[] = commandTypes.filter(
  (type) =>
    !commandRow(type).offered &&
    type !== 'case.flag' &&
    !(decidedInSession as readonly CommandType[]).includes(type)
)

/** Whether the people of a role speak for their organisation in a capacity: one of an association's people may sit in a cell. */
export const holds = (role: Role, capacity: Capacity): boolean =>
  flagging[role] === capacity || grants[role].some(({ as }) => as === capacity)

/** The capacities for which the people of a role speak, the strongest first. */
export const capacitiesHeld = (role: Role): Capacity[] =>
  (Object.keys(capacities) as Capacity[])
    .filter((capacity) => holds(role, capacity))
    .sort((one, other) => capacities[one].rank - capacities[other].rank)

/** In which of the capacities of their organisation they speak, the strongest first. */
export const speaksAs = (role: Role, held: readonly Capacity[]): Capacity[] =>
  capacitiesHeld(role).filter((capacity) => held.includes(capacity))
