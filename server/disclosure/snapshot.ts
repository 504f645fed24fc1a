import { activeStays, type PlaceKind } from '../../workflows/places/places.ts'
import { runQuery, setCaseScope, settleAll, type Tx } from '../db/context.ts'
import { caseEvents, consents, deadlines, referrals } from '../db/schema/schema.ts'
import { NotFound } from '../errors.ts'
import { ownCloseness } from './conflict-of-interest.ts'
import { regimesOf } from '../cases/habilitations.ts'
import { referentsOf } from '../cases/participation.ts'
import { partsOf, readCase, selectAll, type DeadlineEntry, type EventRow } from '../cases/store.ts'
import { openedIn } from '../deadlines/sealed.ts'
import { openedTo } from './opened.ts'
import type { Reader } from './reader.ts'

type ConsentRow = typeof consents.$inferSelect
export type ReferralRow = typeof referrals.$inferSelect

type StayRow = { id: string; state: string; pool: PlaceKind; owner: string | null } & {
  structure: string | null
  region: string | null
}

/** The stays that this reader may know of: PostgreSQL shows them with class A alone. A place that is held comes first. */
const staysShown = async (tx: Tx, caseId: string) => {
  const rows = await runQuery<StayRow>(
    tx,
    `select s.id, s.state, s.pool, o.id as owner, o.name as structure, o.region
       from stay s left join organisation o on o.id = place_owner(s.place_id)
       where s.case_id = $1 and s.state = any($2::text[]) order by s.state desc, s.pool`,
    [caseId, activeStays]
  )
  return rows.map(({ id, state, pool, owner, structure, region }) => ({
    owner: owner ?? '',
    pool,
    shown: { id, structure, region, state }
  }))
}

/**
 * Whether an association accompanies the person now, which everybody who takes part is told. The case is entered for this one
 * question, as the gate enters it: the three statements leave one behind the other, so that no other is asked in between.
 */
const isAccompanied = async (tx: Tx, caseId: string): Promise<boolean> => {
  const [, referents] = await settleAll([
    setCaseScope(tx, caseId),
    referentsOf(tx, caseId),
    setCaseScope(tx, '')
  ])
  return referents.length > 0
}

const parts = {
  events: `${selectAll(caseEvents)} where case_id = $1 order by seq`,
  clocks: `${selectAll(deadlines)} where case_id = $1 order by due_at, code, id`,
  consents: `${selectAll(consents)} where case_id = $1 order by seq desc`,
  referrals: `${selectAll(referrals)} where case_id = $1 order by sent_at desc`
}

/**
 * All that is kept of a case, asked for in one breath: each part under the reader's own right.
 * @throws NotFound when the reader may not see it at all.
 */
export const loadParts = async (tx: Tx, id: string, { actor, now }: Reader) => {
  const [
    row,
    { held, awaited, follows },
    regimes,
    events,
    clocks,
    given,
    sent,
    sleeps,
    opened,
    close,
    accompanied
  ] = await settleAll([
    readCase(tx, id),
    partsOf(tx, id, actor),
    regimesOf(tx, actor.orgId),
    runQuery<EventRow>(tx, parts.events, [id]),
    runQuery<DeadlineEntry>(tx, parts.clocks, [id]),
    runQuery<ConsentRow>(tx, parts.consents, [id]),
    runQuery<ReferralRow>(tx, parts.referrals, [id]),
    staysShown(tx, id),
    openedTo(tx, id, { actor, now }),
    ownCloseness(tx, id, actor),
    isAccompanied(tx, id)
  ])
  if (!row || held.length === 0) throw new NotFound('no such case for this organisation')
  return {
    row,
    held,
    awaited,
    follows,
    regimes,
    events,
    clocks,
    given,
    sent,
    sleeps,
    opened,
    close,
    accompanied,
    /** Opens the clocks whose days are sealed. */
    open: openedIn(tx)
  }
}

export type Parts = Awaited<ReturnType<typeof loadParts>>
