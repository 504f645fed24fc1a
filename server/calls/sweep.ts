import { randomUUID } from 'node:crypto'
import type { Database } from '../db/client.ts'
import { inContext } from '../db/context.ts'
import { listed } from '../db/schema/columns.ts'
import { waitingFor } from './awaited.ts'
import { personCalled } from './readers.ts'
import { roles, type Role } from '../../policies/actor.ts'
import { mayConfirm } from '../../policies/organisations.ts'
import { digestDay, isWorth, tellsAtOnce, type Called, type CallWish } from '../../policies/calls/wish.ts'
import { wishAs } from './wished.ts'

/** What is asked of the outbox: to write to somebody of what came to be heard in this time. Nothing of what. */
export type Call = {
  call: string
  person: string
  since: Date | string | null
  until: Date | string
  digestOn: string | null
}

type Candidate = Called & CallWish & { person: string; territory: string | null; now: Date }

// A notice is there once its transaction is over, and bears the hour at which that began: a minute later nothing comes before it.
const settled = `wall_clock() - interval '1 minute'`

const confirming = (Object.keys(roles) as Role[]).filter(mayConfirm)
// What waits for a second person is told to no organisation: its people are found by their role, and which of them it waits for is asked
// under their own right.
const proposed = `m.role in (${listed(confirming)}) and exists (select from organisation_proposal r
  where r.state = 'waiting' and r.proposed_by <> p.id and r.proposed_at <= ${settled} and r.proposed_at > coalesce(c.until, w.changed_at))`

/**
 * Who may be written to, and of those who want it at once, whose organisation was told something. Nobody is asked for twice: what waits
 * in the outbox is filled in when it leaves.
 */
export const wishing = `select p.id as person, o.territory, wall_clock() as now, c.until, c.digest_on::text as "digestOn",
    ${wishAs}
  from person p
  cross join lateral acting_membership(p.id) m
  join organisation o on o.id = m.org_id and o.status = 'accredited'
  left join mail_wish w on w.person_id = p.id
  left join mail_call c on c.person_id = p.id
  where p.email is not null and w.mode is distinct from 'off'
    and (w.mode is distinct from 'at_once' or exists (select from notice n where n.org_id = o.id and n.told_at <= ${settled}
      and greatest(n.told_at, n.at) > coalesce(c.until, w.changed_at)) or ${proposed})
    and not exists (select from outbox b where b.kind = 'mail_call' and b.payload ->> 'person' = p.id::text)`

// One statement: of two workers one writes the row, and only it puts the mail.
const asking = `with won as (
    insert into mail_call as c (person_id, until, digest_on) values ($1, $2, $3)
      on conflict (person_id) do update set until = excluded.until, digest_on = excluded.digest_on
        where c.until is not distinct from $4 and c.digest_on is not distinct from $5
      returning c.person_id)
  insert into outbox (kind, payload) select 'mail_call', $6::jsonb from won where $7`

type Pools = Pick<Database, 'worker' | 'app'>

const callOne = async ({ worker, app }: Pools, one: Candidate): Promise<void> => {
  const day = digestDay(one, one, one)
  if (day === null && !tellsAtOnce(one, one, one)) return
  const reader = await personCalled(app, one.person)
  if (!reader) return
  const until = new Date(one.now.getTime() - 60_000)
  const waiting = await inContext(app, reader.actor, (tx, now) =>
    waitingFor(tx, { actor: reader.actor, locale: 'fr', now }, { since: one.until, until })
  )
  const digestOn = day ?? one.digestOn
  const call: Call = {
    call: randomUUID(),
    person: one.person,
    since: one.until,
    until,
    digestOn: one.digestOn
  }
  const asks = isWorth(one, { first: waiting.first, fresh: waiting.fresh.n }, one.now)
  await worker.query(asking, [
    // Where nothing is told, nothing moves: a later mail would tell by its hour that something was hidden.
    ...[one.person, asks ? until : one.until, digestOn, one.until, one.digestOn],
    ...[JSON.stringify(call), asks]
  ])
}

/** Looks for those whose mail is due, asks for each under their own right, and has it sent where there is something to say. */
export const callReaders = async (db: Pools): Promise<void> => {
  const { rows } = await db.worker.query<Candidate>(wishing)
  // What cannot be asked for one reader keeps no other waiting.
  const failed: unknown[] = []
  for (const one of rows) await callOne(db, one).catch((error: unknown) => failed.push(error))
  if (failed.length > 0) throw failed[0]
}
