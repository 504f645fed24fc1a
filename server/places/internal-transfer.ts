import { eq } from 'drizzle-orm'
import { noPlaceHeld } from '../../policies/requirements/beside.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { stays } from '../db/schema/schema.ts'
import { PlaceTaken, RuleRefused } from '../errors.ts'
import { placeOwner } from './owner.ts'
import { outOfService, staysOf, type Doing } from './stays.ts'

type Changing = Omit<Doing, 'facts'>

const isOwn = async (tx: Tx, placeId: string, { actor }: Changing): Promise<boolean> =>
  (await runQuery(tx, 'select from place where id = $1 and org_id = $2', [placeId, actor.orgId])).length > 0

/** The stay in this house, held or slept in. The two may be in different houses, of which each may change its own. */
const stayHere = async (tx: Tx, doing: Changing) => {
  const { held, bed } = await staysOf(tx, doing)
  for (const stay of [held, bed]) if (stay && (await isOwn(tx, stay.placeId, doing))) return stay
  throw new RuleRefused('no place of this house', noPlaceHeld)
}

const notOurs = () => new RuleRefused('not a place of this house in service', outOfService)

/**
 * Another bed of the same house, of the same pool: the offer that was accepted stands, only the place changes. Whoever
 * takes it meanwhile is found out by the index that decides every reservation.
 */
export const changePlace = async (tx: Tx, { placeId, ...doing }: Changing & { placeId: string }) => {
  const stay = await stayHere(tx, doing)
  if (stay.placeId === placeId) throw new PlaceTaken('it is the place she has')
  // Before the write: the refusals after it would tell of another house's place whether it exists and whether it is
  // taken.
  if (!(await isOwn(tx, placeId, doing))) throw notOurs()
  try {
    await tx.update(stays).set({ placeId }).where(eq(stays.id, stay.id))
  } catch (cause) {
    if (brokenConstraint(cause) === 'stay_one_active_for_a_place') throw new PlaceTaken(cause)
    throw cause
  }
  if ((await placeOwner(tx, stay.kind, placeId)) !== doing.actor.orgId) throw notOurs()
}
