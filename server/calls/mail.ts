import type { Database } from '../db/client.ts'
import { inContext, wallClock } from '../db/context.ts'
import { letterOf } from '../mail/letter.ts'
import type { Post } from '../mail/post.ts'
import { waitingFor } from './awaited.ts'
import { personCalled } from './readers.ts'
import type { Call } from './sweep.ts'
import { isQuiet, isWorth, type CallWish } from '../../policies/calls/wish.ts'
import { wishAs } from './wished.ts'

const wished = `select ${wishAs} from person p left join mail_wish w on w.person_id = p.id where p.id = $1`

// Left for a quiet hour, it is asked for again once that is over.
const givenBack = `update mail_call set until = $2, digest_on = $3 where person_id = $1 and until = $4`

const dateOf = (at: Date | string | null) => (at === null ? null : new Date(at))

type MailDeps = { db: Pick<Database, 'worker' | 'app'>; publicUrl: string; post: Post }

/**
 * One job of the outbox, under the right that its reader has when it leaves: whoever works nowhere any more, wishes for none, or has
 * read meanwhile what it was to tell, is not written to.
 */
export const mailCall = async ({ db, publicUrl, post }: MailDeps, { call, person, ...asked }: Call) => {
  const reader = await personCalled(db.app, person)
  if (!reader?.email) return
  const { actor, email } = reader
  const now = await wallClock(db.worker)
  const [wish] = (await db.worker.query<CallWish>(wished, [person])).rows
  if (!wish || wish.mode === 'off') return
  const during = { since: dateOf(asked.since), until: dateOf(asked.until)! }
  if (isQuiet(wish, { now, territory: actor.territory })) {
    await db.worker.query(givenBack, [person, during.since, asked.digestOn, during.until])
    return
  }
  const waiting = await inContext(db.app, actor, (tx) => waitingFor(tx, { actor, locale: 'fr', now }, during))
  if (!isWorth(wish, { first: waiting.first, fresh: waiting.fresh.n }, now)) return
  // A mail that goes twice, since a worker died before it could say that it had left, bears one identity: mail programs show it once.
  const messageId = `<${call}@${new URL(publicUrl).hostname}>`
  await post(letterOf({ publicUrl }, 'call', { ...waiting, now }, { to: email, messageId }))
}
