import { afterAll, describe, expect, it } from 'vitest'
import { mailAccess } from '../../../server/organisations/mail.ts'
import { usualInactivity } from '../../../server/organisations/access/unseen.ts'
import { keepAccess } from '../../../server/organisations/sweep.ts'
import { postBy } from '../../../server/mail/post.ts'
import { forFile } from '../../support/for-file.ts'
import { openPost } from '../../support/smtp.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { owner, db, post: send } = site
const office = await openPost()
afterAll(() => office.close())

/** All that the outbox asks for, through a real conversation in SMTP. */
const deliver = async () => {
  const before = office.letters.length
  const post = postBy({ smtpUrl: office.url, demonstration: false, publicUrl: 'https://mnio.invalid' })!
  const { rows } = await owner.query(`delete from outbox where kind = 'mail_access' returning payload`)
  for (const { payload } of rows)
    await mailAccess({ db, keys: db.keys, publicUrl: 'https://mnio.invalid', post }, payload)
  return office.letters.slice(before)
}
const manages = (login: string, manager: boolean) =>
  owner.query('update membership set manager = $2 where person_id = $1', [
    site.world.as(login).personId,
    manager
  ])

describe('a review of access that is due', () => {
  it('is told to nobody who does not manage access, or has no address', async () => {
    await owner.query('update membership set manager = false')
    await owner.query('update person set seen_at = now(), email = null')
    await keepAccess(db.worker)
    await manages('asso.rhone', true)
    await keepAccess(db.worker)
    expect(await deliver()).toEqual([])
  })

  it('is written to who manages access, once for each half-year, and names no organisation', async () => {
    await owner.query(`update person set email = subject || '@exemple.invalid'`)
    await keepAccess(db.worker)
    await keepAccess(db.worker)
    const [letter, ...others] = await deliver()
    expect(others).toEqual([])
    expect(letter).toContain('asso.rhone@exemple.invalid')
    expect(letter!.replaceAll('=\r\n', '')).toContain('https://mnio.invalid/personnes/revue')
    // The last day of the half-year, in both languages.
    expect(
      letter!.match(/(30|31)(=\r\n)? (juin|d=C3=A9cembre|June|December)|(June|December) 3[01]/g)
    ).not.toBeNull()
    expect(letter).not.toContain(site.world.as('asso.rhone').orgName)
    await keepAccess(db.worker)
    expect(await deliver()).toEqual([])
  })

  it('is written of once more in the last month of its half-year, and not in the month of the first letter', async () => {
    const sentOn = async (today: string) => {
      await keepAccess(db.worker, usualInactivity, today)
      return (await deliver()).length
    }
    await owner.query('update organisation set review_told = null, review_told_again = null')
    expect([await sentOn('2026-10-10'), await sentOn('2026-11-30')]).toEqual([1, 0])
    expect([await sentOn('2026-12-01'), await sentOn('2026-12-20')]).toEqual([1, 0])
    expect([await sentOn('2027-06-02'), await sentOn('2027-06-20')]).toEqual([1, 0])
    // And so in each that follows.
    const next = ['2027-08-10', '2027-12-02', '2027-12-20', '2028-02-10', '2028-06-02']
    const sent: number[] = []
    for (const day of next) sent.push(await sentOn(day))
    expect(sent).toEqual([1, 1, 0, 1, 1])
  })

  it('is told again in the next half-year, and not where it was confirmed meanwhile', async () => {
    await owner.query(`update organisation set review_told = '2000-1', review_told_again = '2000-1'`)
    await keepAccess(db.worker)
    const half = (
      await owner.query('select review_told as half from organisation where review_told <> $1', ['2000-1'])
    ).rows[0].half
    const { orgId, personId } = site.world.as('asso.rhone')
    await owner.query(
      `insert into access_review (id, org_id, half, made_by, made_at, body, digest) values (gen_random_uuid(), $1, $2, $3, now(), '{}', repeat('0', 64))`,
      [orgId, half, personId]
    )
    expect(await deliver()).toEqual([])
    // Whoever has confirmed that of one half-year is told of the one after.
    await keepAccess(db.worker, usualInactivity, '2040-02-01')
    expect(await deliver()).toHaveLength(1)
    expect((await send('police.69', '/review', { digest: '0'.repeat(64) })).status).toBe(404)
  })
})
