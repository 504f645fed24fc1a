import type { Gate } from '../acts/command-validation.ts'
import type { Keyed } from '../acts/once.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { acting } from '../organisations/store.ts'
import { maskOf } from '../referrals/by-link.ts'
import type { CallWishes } from '../views/calls.ts'
import { callModes, usualWish, type CallWish } from '../../policies/calls/wish.ts'

const own = `select p.email, w.mode, w.digest_hour as "digestHour", w.quiet_from as "quietFrom", w.quiet_until as "quietUntil", w.days_off as "daysOff"
  from person p left join mail_wish w on w.person_id = p.id where p.id = $1`

type Own = { email: string | null } & (CallWish | { [K in keyof CallWish]: null })

export const wishesOf = async (tx: Tx, { actor, locale }: Reader): Promise<CallWishes> => {
  const [{ email, ...wish }] = (await runQuery<Own>(tx, own, [actor.personId])) as [Own]
  return {
    address: email && maskOf(email),
    wish: wish.mode === null ? usualWish : wish,
    usual: wish.mode === null,
    modes: Object.entries(callModes).map(([id, words]) => ({ id, label: words[locale] }))
  }
}

const keep = `insert into mail_wish (person_id, mode, digest_hour, quiet_from, quiet_until, days_off, changed_at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (person_id) do update set mode = excluded.mode, digest_hour = excluded.digest_hour, quiet_from = excluded.quiet_from,
    quiet_until = excluded.quiet_until, days_off = excluded.days_off, changed_at = excluded.changed_at`

/** From now on; what was asked for before leaves as is wished for when it leaves. */
export const keepWish = (gate: Gate, asked: Keyed, wish: CallWish) =>
  acting(
    gate,
    asked,
    { action: 'mail.wish', orgId: null, aggregate: 'mail_wish', request: wish, detail: wish.mode },
    async (tx, at) => {
      const { mode, digestHour, quietFrom, quietUntil, daysOff } = wish
      const values = [asked.actor.personId, mode, digestHour, quietFrom, quietUntil, daysOff, at]
      await runQuery(tx, keep, values)
    }
  )
