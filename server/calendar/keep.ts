import type { Actor } from '../../policies/actor.ts'
import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { hashOf } from '../auth/sealing.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import { tokenOf } from '../links/token.ts'
import type { CalendarFeed } from '../views/calls.ts'
import type { Keys } from '../keys.ts'

// The membership by which the reader acts.
const acted = `select id from membership where person_id = $1 and org_id = $2 and role = $3 and (until is null or until > (select wall_clock()))
  order by id limit 1`
const standing = `select made_at as "madeAt" from calendar_feed where revoked_at is null and membership_id = (${acted})`
const revoking = `update calendar_feed set revoked_at = $4 where revoked_at is null and membership_id in (select id from membership
  where person_id = $1 and org_id = $2 and role = $3) returning id`
const making = `insert into calendar_feed (id, membership_id, person_id, digest, made_at) values ($1, $2, $3, $4, $5)`

const whose = ({ personId, orgId, role }: Actor) => [personId, orgId, role]

export const calendarOf = async (tx: Tx, { actor }: Reader): Promise<CalendarFeed> => {
  const [row] = await runQuery<{ madeAt: Date }>(tx, standing, whose(actor))
  return { madeAt: row?.madeAt.toISOString() ?? null }
}

/** The code of an address: the same to whoever asks again under one key, and nowhere in the database. */
export const codeOf = (keys: Keys, id: string) => tokenOf(keys, { id, generation: 1 }, 'calendar')

/** Makes an address; the one before opens nothing any more. */
export const makeCalendar = (gate: Gate, asked: Keyed) =>
  acting(
    gate,
    asked,
    { action: 'calendar.make', aggregate: 'calendar_feed', request: {} },
    async (tx, at, id) => {
      const { actor } = asked
      const [membership] = await runQuery<{ id: string }>(tx, `${acted} for update`, whose(actor))
      if (!membership) throw new NotFound('no membership')
      await runQuery(tx, revoking, [...whose(actor), at])
      const digest = hashOf(codeOf(gate.keys, id))
      await runQuery(tx, making, [id, membership.id, actor.personId, digest, at])
    }
  )

/** From now on the address opens nothing. Without one nothing is done. */
export const revokeCalendar = (gate: Gate, asked: Keyed) =>
  acting(
    gate,
    asked,
    { action: 'calendar.revoke', aggregate: 'calendar_feed', request: {} },
    async (tx, at) => {
      await runQuery(tx, revoking, [...whose(asked.actor), at])
    }
  )
