import { afterAll, beforeEach } from 'vitest'
import { mailCall } from '../../../server/calls/mail.ts'
import { callReaders, type Call } from '../../../server/calls/sweep.ts'
import type { CallWish } from '../../../policies/calls/wish.ts'
import { postBy, type Post } from '../../../server/mail/post.ts'
import { forFile } from '../../support/for-file.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'
import { openPost } from '../../support/smtp.ts'

/** A site with a post office of its own, and the minutes at which mails leave. */
export const openMail = async () => {
  const site = await forFile(openSite())
  const { db } = site
  const office = await openPost()
  afterAll(() => office.close())
  const publicUrl = 'https://mnio.invalid'
  const smtp = postBy({ smtpUrl: office.url, demonstration: false, publicUrl })!

  await db.owner.query(`
  create table test_clock (at timestamptz not null);
  insert into test_clock values (now());
  grant select on test_clock to public;
  create or replace function wall_clock() returns timestamptz language sql stable parallel safe as $$ select at from public.test_clock $$;`)
  const at = async (moment: Date) => {
    site.at(moment)
    await db.owner.query('update test_clock set at = $1', [moment])
  }
  const later = (minutes: number, from = noon) => new Date(from.getTime() + minutes * 60_000)

  const written = async (login: string) =>
    db.owner.query(`update person set email = $2 where id = $1`, [
      site.as(login).personId,
      `${login}@exemple.invalid`
    ])
  const wishes = async (login: string, wish: Partial<CallWish>) => {
    const { mode, digestHour, quietFrom, quietUntil, daysOff } = {
      ...{ mode: 'at_once', digestHour: 8, quietFrom: 19, quietUntil: 8, daysOff: false },
      ...wish
    }
    await db.owner.query(
      `insert into mail_wish values ($1, $2, $3, $4, $5, $6, $7) on conflict (person_id) do update set mode = excluded.mode,
      digest_hour = excluded.digest_hour, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, days_off = excluded.days_off`,
      [site.as(login).personId, mode, digestHour, quietFrom, quietUntil, daysOff, new Date(0)]
    )
  }
  /** Tells those who listen, without the letters. */
  const tellAll = () => workOff(db, { ...site.gate, telling: true }, null)
  const asked = async () =>
    (
      await db.owner.query<{ payload: Call }>(
        `select payload from outbox where kind = 'mail_call' order by id`
      )
    ).rows.map(({ payload }) => payload)
  const sent = async (post: Post = smtp) => {
    const before = office.letters.length
    for (const call of await asked()) await mailCall({ db, publicUrl, post }, call)
    await db.owner.query(`delete from outbox where kind = 'mail_call'`)
    return office.letters.slice(before).map(readable)
  }
  /** As a mail program shows it. */
  const readable = (letter: string) =>
    letter
      .replaceAll('=\r\n', '')
      .replaceAll(/((?:=[0-9A-F]{2})+)/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString())
  const swept = async (moment: Date, post?: Post) => {
    await at(moment)
    await callReaders(db)
    return sent(post)
  }

  const login = 'cellule.69'
  /** Flags somebody: the cell of the Rhône is told, and an opinion is waited for. */
  const flagged = async () => {
    const id = await site.tell.flagged()
    await tellAll()
    return id
  }

  beforeEach(async () => {
    site.gate.telling = true
    await at(noon)
    await tellAll()
    await db.owner.query(
      'delete from notice; delete from mail_wish; delete from mail_call; delete from outbox'
    )
    await db.owner.query('update participation set waits_for = null')
    await db.owner.query('update person set email = null')
    await db.owner.query('update membership set until = null')
    await db.owner.query(`update organisation set status = 'accredited'`)
  })
  return { site, db, at, later, written, wishes, asked, sent, swept, login, flagged, office, smtp }
}
