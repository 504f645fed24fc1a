import type { CommandType } from '../../workflows/case/commands.ts'
import { deskOf } from '../../workflows/places/places.ts'
import { askingFor, desks, endsSearch, mayGoHome, neededByChild } from '../../workflows/places/search.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { live } from '../../workflows/regions/closure.return.ts'
import { unprotected } from '../../workflows/vocabulary/states.ts'
import { runQuery, type Tx } from '../db/context.ts'

export const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')

/** The desk that makes an offer; a minor's place is offered without one. */
export const deskBehind = (offer: ReferralKind): ReferralKind | null =>
  desks.find((desk) => deskOf[desk] === offer) ?? null

/** The desk whose places may be declined once more, after the interview. */
const declinedLate: Partial<Record<ReferralKind, CommandType>> = {
  acse: 'acse.refused_after',
  dna: 'dna.refused_after'
}

/** Acts by which this desk's search is told why a place was refused. */
export const refusalActsOf = (desk: ReferralKind): CommandType[] => [
  ...new Set([desk, deskOf[desk]!].flatMap((kind) => Object.values(kindRow(kind).onDecline))),
  ...(declinedLate[desk] ? [declinedLate[desk]] : [])
]

/**
 * Since when case `c` has been in need of a place: the first of these acts after its last search was over. What an act is called is
 * asked first, by itself: the walls are then asked for these acts alone, and not for every act of the case.
 */
export const searchSince = (begins: string, wentHome: string, ends: readonly CommandType[] = endsSearch) => `
  (select min(e.at) from case_event e where e.case_id = c.id and ${begins} and e.struck_by is null
    and e.seq > coalesce((select max(a.seq) from case_event a
      where a.case_id = c.id and a.struck_by is null and a.command in (${quoted([...ends, ...mayGoHome])})
        and (a.command in (${quoted(ends)}) or ${wentHome})), 0))`

/** Since when a place is sought for the child of case `c`; null where none is. No state says it, the log does. */
export const childSearchSince = (wentHome: string) =>
  searchSince(
    `e.command in (${quoted(neededByChild.anywhere)})
      and (c.housing <> 'minor_placement' or e.command in (${quoted(neededByChild.inPlace)}))`,
    wentHome
  )

/** A child for whom no place is held yet, in a case that goes on. */
export const unplacedChild = `c.minor not in (${quoted(unprotected)}) and c.closure in (${quoted(live)})
  and not exists (select from stay s where s.case_id = c.id and s.state = 'reserved')`

export type Wanted = { distance: string | null; accessible: boolean | null }

/**
 * What the last request to this desk asked of a place (distance, accessibility). Requests to the other desk are left
 * out: each desk knows its own.
 */
export const wantedOf = (desk: ReferralKind) => `
  (select jsonb_build_object('distance', w.input ->> 'distance', 'accessible', (w.input ->> 'accessible')::boolean)
   from case_event w where w.case_id = c.id and w.struck_by is null and w.command in (${quoted(askingFor([desk]))}) order by w.seq desc limit 1)`

export const lastWanted = async (tx: Tx, caseId: string, desk: ReferralKind): Promise<Wanted | null> => {
  const [row] = await runQuery<{ wanted: Wanted | null }>(
    tx,
    `select ${wantedOf(desk)} as wanted from "case" c where c.id = $1`,
    [caseId]
  )
  return row?.wanted ?? null
}
