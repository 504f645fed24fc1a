import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import type { Role } from '../actor.ts'

export type Grant = { as: Capacity; may: readonly CommandType[] }

/** What the roles of one desk may do, by the capacity in which their organisation takes part. */
export type Desk = Partial<Record<Role, readonly Grant[]>>
