import type { PlaceKind } from '../../workflows/places/places.ts'
import type { Actor } from '../../policies/actor.ts'
import { referentsOf } from '../cases/participation.ts'
import type { Tx } from '../db/context.ts'
import { poolOfRole } from '../../policies/pools.ts'

/** `house`: whose offer it was that the stay rests on. */
type Stay = { house: string; pool: PlaceKind }

/** Whether an actor may touch its own places alone: a desk, and a house that does not accompany the person itself. */
export const touchesOwnAlone = ({ role }: Pick<Actor, 'role'>, accompanies: boolean): boolean =>
  poolOfRole(role) !== null || (role === 'shelter' && !accompanies)

/**
 * A house may touch its own place alone, and a desk the places of its pool: otherwise the house that a person flees
 * could end the stay that saves her. Whoever accompanies or protects her may touch all of them, and so may the clock.
 */
export const isTheirs = ({ house, pool }: Stay, actor: Actor, accompanies: boolean): boolean => {
  if (!touchesOwnAlone(actor, accompanies)) return true
  const desk = poolOfRole(actor.role)
  return desk === null ? house === actor.orgId : pool === desk
}

/** Whether an actor accompanies the person, where that decides whose places it may touch. */
export const accompaniesIn = async (tx: Tx, caseId: string, { role, orgId }: Actor): Promise<boolean> =>
  role === 'shelter' && (await referentsOf(tx, caseId)).includes(orgId)
