import { waitingFor } from '../../../server/calls/awaited.ts'
import { personCalled } from '../../../server/calls/readers.ts'
import { hashOf } from '../../../server/auth/sealing.ts'
import { inContext } from '../../../server/db/context.ts'
import { letterOf } from '../../../server/mail/letter.ts'
import type { TestDatabase } from '../../support/running/db.ts'
import type { Answer } from '../house/answer.ts'

/** What an account holder is told without signing in: the mail of all that waits and is new, and their calendar. */
export type Called = { mail: string; calendar: Answer }

const codeOf = (login: string) => hashOf(login).padEnd(64, '_')

const feeds = `insert into calendar_feed (id, membership_id, person_id, digest, made_at)
  select gen_random_uuid(), m.id, p.id, $2, wall_clock() from person p join membership m on m.person_id = p.id where p.subject = $1
  order by m.id limit 1`

type Asking = { db: TestDatabase; now: () => Date; open: (url: string) => Promise<Answer> }

/** Everybody's calendar has an address, the same in every life. */
export const callsOf = async ({ db, now, open }: Asking, logins: readonly string[]) => {
  for (const login of logins) await db.owner.query(feeds, [login, hashOf(codeOf(login))])
  const { rows } = await db.owner.query<{ id: string; subject: string }>('select id, subject from person')
  const ids = new Map(rows.map(({ id, subject }) => [subject, id]))
  return async (login: string): Promise<Called> => {
    const reader = await personCalled(db.app, ids.get(login)!)
    const calendar = await open(`/calendar/${codeOf(login)}.ics`)
    if (!reader || calendar.status !== 200) throw new Error(`${login} is called by nothing`)
    const asked = { actor: reader.actor, locale: 'fr', now: now() } as const
    const waiting = await inContext(db.app, reader.actor, (tx) =>
      waitingFor(tx, asked, { since: null, until: now() })
    )
    const told = { ...waiting, now: now() }
    return { mail: letterOf({ publicUrl: 'https://mnio.test' }, 'call', told, { to: login }).text, calendar }
  }
}
