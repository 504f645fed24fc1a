import { acquainted } from '../../../policies/names.ts'
import type { Happening } from '../../../policies/disclosure.ts'
import { sightOf } from '../../../policies/sight.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import type { CaseRow, EventRow } from '../../cases/store.ts'
import { runQuery, setCaseScope, type Tx } from '../../db/context.ts'
import { hearersOf } from '../hearers.ts'
import { namesFor, servicesOf, type Names } from '../names.ts'
import type { Reader } from '../reader.ts'
import { referralsWhere } from '../../referrals/store.ts'
import type { Repair } from '../../../workflows/repair/repair.ts'

type Looked = { event: EventRow; repair: Repair; kept: string | null }
type Part = { orgId: string; capacity: Capacity; left: boolean }

const parts = `select org_id as "orgId", capacity, until is not null as left from participation
  where case_id = $1 and org_id <> $2 and (until is null or (since <= $3 and until > $3)) order by since, org_id, capacity`

type Asking = {
  reader: Pick<Reader, 'actor' | 'locale'>
  held: readonly Capacity[]
  row: Pick<CaseRow, 'id'>
}

/** The other organisations that were told of an act, and those that learn that it is taken back. */
export type ToldBeside = { names: Names; told: string[]; learn: string[] }

/**
 * Of an act that may be taken back. Only those whom this reader is told by a name, or as the cell, are listed: of another service
 * there is no word, since one line more would say that it takes part.
 */
export const toldBeside = async (
  tx: Tx,
  { event, repair, kept }: Looked,
  { reader: { actor, locale }, held, row }: Asking
): Promise<ToldBeside> => {
  const sight = sightOf(held, repair.was.facts)
  const sides = await referralsWhere(tx, 'case_id = $1 order by sent_at, id', [row.id])
  // The act is this reader's own: whom else it reached is read for as long as that takes, and told by name alone.
  await setCaseScope(tx, row.id)
  // Who sits in the cell is named to nobody by an act that the cell hears.
  const told = await runQuery<Part>(tx, parts, [row.id, actor.orgId, event.at])
  const all = told.filter(({ capacity }) => capacity !== 'cell_member')
  await setCaseScope(tx, '')
  const services = await servicesOf(
    tx,
    [...all, event].map(({ orgId }) => orgId)
  )
  const names = namesFor(services, acquainted({ actor, part: sight }, sides, null), locale)
  const hearing = (these: readonly Part[], happening: Happening, facts: typeof repair.was.facts) => {
    const hears = hearersOf(happening, facts)
    const ids = these.filter(({ capacity }) => hears(capacity)).map(({ orgId }) => orgId)
    return kept === 'partial' ? [] : [...new Set(ids)].filter(names.isKnown)
  }
  return {
    names,
    told: hearing(all, event, repair.was.facts),
    learn: hearing(
      all.filter(({ left }) => !left),
      event,
      repair.will.facts
    )
  }
}
