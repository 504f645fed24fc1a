import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { maskOf } from '../referrals/by-link.ts'
import type { CallWishes } from '../views/calls.ts'
import { callModes, type CallWish } from '../../policies/calls/wish.ts'
import { wishAs } from './wished.ts'

const own = `select p.email, w.person_id is null as usual, ${wishAs} from person p left join mail_wish w on w.person_id = p.id where p.id = $1`

type Own = CallWish & { email: string | null; usual: boolean }

export const wishesOf = async (tx: Tx, { actor, locale }: Reader): Promise<CallWishes> => {
  const [{ email, usual, ...wish }] = (await runQuery<Own>(tx, own, [actor.personId])) as [Own]
  return {
    address: email && maskOf(email),
    wish,
    usual,
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
    { action: 'mail.wish', aggregate: 'mail_wish', request: wish, detail: wish.mode },
    async (tx, at) => {
      const { mode, digestHour, quietFrom, quietUntil, daysOff } = wish
      const values = [asked.actor.personId, mode, digestHour, quietFrom, quietUntil, daysOff, at]
      await runQuery(tx, keep, values)
    }
  )
