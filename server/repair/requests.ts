import { randomUUID } from 'node:crypto'
import type { Actor } from '../../policies/actor.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { UndoReason } from '../../workflows/vocabulary/words.repair.ts'
import { selectAll, type EventRow } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { undoRequests } from '../db/schema/schema.ts'
import { concludesIn } from '../disclosure/repair/undone.ts'
import { tell, type Telling } from '../outbox/enqueue.ts'

export type UndoRequest = typeof undoRequests.$inferSelect

const all = selectAll(undoRequests)

export const requestsWhere = (tx: Tx, condition: string, values: unknown[]) =>
  runQuery<UndoRequest>(tx, `${all} where ${condition}`, values)

/** What was asked of an act: what waits, or else the latest, if anything was. */
export const lastOf = async (tx: Tx, { caseId, seq }: Pick<EventRow, 'caseId' | 'seq'>) =>
  (
    await requestsWhere(
      tx,
      "case_id = $1 and seq = $2 order by state = 'asked' desc, asked_at desc, id limit 1",
      [caseId, seq]
    )
  )[0] ?? null

const add = `insert into undo_request (id, case_id, seq, reason, state, asked_by, asked_at) values ($1, $2, $3, $4, 'asked', $5, $6)`
const settle = `update undo_request set state = $4, settled_by = $2, settled_at = $3 where id = $1 and state = 'asked'`

/** That it is asked, and that it was answered. */
export const lines = { asked: 1, settled: 2 } as const

const told = (id: string, to: readonly string[], line: keyof typeof lines): Telling => ({
  ...{ about: 'case', id, to },
  line: { about: 'undo', id, seq: lines[line] }
})

const parts = `select org_id as "orgId", capacity from participation
  where case_id = $1 and org_id <> $2 and until is null order by org_id, capacity`

type Asked = { event: EventRow; reason: UndoReason; actor: Actor; at: Date; facts: Facts; id?: string }

/** Who concludes on an act of this organisation, of those who take part. Nobody may, as yet: then it waits for who accompanies next. */
const concludersOf = async (
  tx: Tx,
  { event, facts, actor: asking }: Pick<Asked, 'event' | 'facts' | 'actor'>
): Promise<string[]> =>
  (await runQuery<{ orgId: string; capacity: Capacity }>(tx, parts, [event.caseId, asking.orgId]))
    .filter(({ capacity }) => concludesIn(capacity, event, facts))
    .map(({ orgId }) => orgId)

/** Written while its case is: whoever concludes is told. */
export const addRequest = async (
  tx: Tx,
  { event, reason, actor, at, facts, id = randomUUID() }: Asked
): Promise<void> => {
  await runQuery(tx, add, [id, event.caseId, event.seq, reason, actor.personId, at])
  await tell(tx, told(id, await concludersOf(tx, { event, facts, actor }), 'asked'))
}

type Settled = { event: Pick<EventRow, 'orgId'>; request: UndoRequest; actor: Actor }

const housesAsking = 'select id from house_today($1) id where id is distinct from $2'

const tellAsking = async (
  tx: Tx,
  { event: { orgId }, request, but }: Omit<Settled, 'actor'> & { but: string | null }
) => {
  const asking = await runQuery<{ id: string }>(tx, housesAsking, [orgId, but])
  await tell(
    tx,
    told(
      request.id,
      asking.map(({ id }) => id),
      'settled'
    )
  )
}

/** Whoever asked learns that it was answered, in the house that theirs became. */
export const tellSettled = (tx: Tx, { actor, ...settled }: Settled) =>
  tellAsking(tx, { ...settled, but: actor.orgId })

/** Not granted: the act stays. @returns whether it was waiting still */
export const declineRequest = async (tx: Tx, { at, ...settled }: Settled & { at: Date }): Promise<void> => {
  await runQuery(tx, settle, [settled.request.id, settled.actor.personId, at, 'declined'])
  await tellSettled(tx, settled)
}

/**
 * Asked no more, by the house that asked: where nobody of another may answer, it would bar whoever asks again. That house is told: a
 * colleague may have asked.
 */
export const withdrawRequest = async (tx: Tx, { event, request, actor, at }: Settled & { at: Date }) => {
  await runQuery(tx, settle, [request.id, actor.personId, at, 'withdrawn'])
  await tellAsking(tx, { event, request, but: null })
}
