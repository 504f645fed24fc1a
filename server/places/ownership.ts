import { offersOf, type PlaceOffer } from '../../workflows/places/places.ts'
import type { Actor } from '../../policies/actor.ts'
import { referentsOf } from '../cases/participation.ts'
import type { Tx } from '../db/context.ts'
import { RuleRefused } from '../errors.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { poolOfRole } from './pools.ts'

/** `house`: whose offer it was that the stay rests on. */
type Stay = { house: string; kind: string }
type Doing = { caseId: string; actor: Actor }

/** Whether an actor may touch its own places alone: a desk, and a house that does not accompany the person itself. */
export const touchesOwnAlone = ({ role }: Pick<Actor, 'role'>, accompanies: boolean): boolean =>
  poolOfRole(role) !== null || (role === 'shelter' && !accompanies)

/**
 * A house may touch its own place alone, and a desk the places of its pool: otherwise the house that a person flees
 * could end the stay that saves her. Whoever accompanies or protects her may touch all of them, and so may the clock.
 */
export const isTheirs = async (tx: Tx, stay: Stay, { caseId, actor }: Doing): Promise<boolean> => {
  const accompanies = actor.role === 'shelter' && (await referentsOf(tx, caseId)).includes(actor.orgId)
  if (!touchesOwnAlone(actor, accompanies)) return true
  const pool = poolOfRole(actor.role)
  return pool === null ? stay.house === actor.orgId : offersOf[stay.kind as PlaceOffer] === pool
}

export const notTheirs: Bilingual = {
  fr: 'Vous ne pouvez enregistrer que ce qui touche une place de votre structure. Ce qui touche une autre est noté par qui accompagne la personne.',
  en: 'You may only record what touches a place of your own house. What touches another is recorded by whoever accompanies the person.'
}

/** @throws RuleRefused where one of the places is of another house, or another pool. */
export const onlyTheirs = async (tx: Tx, stays: readonly (Stay | null)[], doing: Doing): Promise<void> => {
  for (const stay of stays)
    if (stay !== null && !(await isTheirs(tx, stay, doing)))
      throw new RuleRefused('not their place', notTheirs)
}
