import { afterAll, describe, expect, it } from 'vitest'
import { postBy, type Post } from '../../../server/mail/post.ts'
import { mailAccess } from '../../../server/organisations/mail.ts'
import { keepAccess } from '../../../server/organisations/sweep.ts'
import { forFile } from '../../support/for-file.ts'
import { openPost } from '../../support/smtp.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { ask, owner, db, world, traces } = site
const office = await openPost()
afterAll(() => office.close())
const publicUrl = 'https://mnio.invalid'
const relay = postBy({ smtpUrl: office.url, demonstration: false, publicUrl })!
const lost: Post = () => Promise.reject(new Error('the relay is lost'))

/** All that the outbox asks for, through a real conversation in SMTP, or through a relay that is lost. */
const deliver = async (post = relay) => {
  const { rows } = await owner.query(
    `delete from outbox where kind = 'mail_access' and payload ->> 'what' = 'inactivity' returning payload`
  )
  const left = rows.map(({ payload }) => mailAccess({ db, keys: db.keys, publicUrl, post }, payload))
  return (await Promise.allSettled(left)).filter(({ status }) => status === 'fulfilled').length
}
/** The sweep where one day lies between the letter and the end, which it may then be on the day it leaves. */
const closingNow = () => keepAccess(db.worker, { warnedDays: 90, closedDays: 91 })
const membershipOf = async (login: string) => {
  const text = `select id, until, warned_at, warning_mailed_at from membership where person_id = $1 and role <> 'cell_member'`
  return (await owner.query(text, [world.as(login).personId])).rows[0]
}
const ended = async (login: string) => (await membershipOf(login)).until !== null
const seenBy = async (login: string) => {
  const { body } = await ask('admin', `/organisations/${world.as(login).orgId}/people`)
  const { id } = await membershipOf(login)
  return body.members.find((one: { id: string }) => one.id === id).unseen
}
const away = ['travail.69', 'police.69', 'admin', 'admin.bis']

describe('an access of somebody not seen for long', () => {
  it('stays while no letter that warns them has left: no address, or a relay that is lost', async () => {
    await owner.query(`update membership set since = now() - interval '400 days'`)
    await owner.query(`update person set seen_at = now(), email = subject || '@exemple.invalid'`)
    // Before they go: signing in is being seen.
    for (const login of ['admin', 'cellule.69']) await site.cookieOf(login)
    await owner.query(`update person set seen_at = now() - interval '130 days' where subject = any($1)`, [
      away
    ])
    await owner.query(`update person set email = null where subject = 'police.69'`)
    await closingNow()
    expect(await deliver(lost)).toBe(0)
    await closingNow()
    expect([await ended('travail.69'), await ended('police.69')]).toEqual([false, false])
    expect(await membershipOf('travail.69')).toMatchObject({ warning_mailed_at: null })
    expect(await membershipOf('police.69')).toMatchObject({ warned_at: null, warning_mailed_at: null })
  })

  it('is shown to who manages access, and to nobody else', async () => {
    expect(await seenBy('travail.69')).toEqual({ warned: 'unsent', closesOn: null, on: null, by: null })
    expect(await seenBy('police.69')).toEqual({ warned: 'unreachable', closesOn: null, on: null, by: null })
    expect(await seenBy('cellule.69')).toBeNull()
    expect((await ask('cellule.69', '/people')).body.members[0].unseen).toBeNull()
  })

  it('is written of again where the letter did not leave within a week, and not before', async () => {
    await keepAccess(db.worker)
    expect(await deliver()).toBe(0)
    await owner.query(`update membership set warned_at = warned_at - interval '8 days'`)
    await keepAccess(db.worker)
    expect(await deliver()).toBeGreaterThan(0)
    expect(office.letters.join('')).toContain('travail.69@exemple.invalid')
    expect(office.letters.join('')).not.toContain('police.69')
    await owner.query(`update membership set warned_at = warned_at - interval '8 days'`)
    await keepAccess(db.worker)
    expect(await deliver()).toBe(0)
  })

  it('stays for the month that the letter leaves, then closes, with its trace; whoever was not warned stays', async () => {
    await keepAccess(db.worker)
    expect(await ended('travail.69')).toBe(false)
    const { warned, closesOn } = await seenBy('travail.69')
    expect([warned, Math.round((Date.parse(closesOn) - Date.now()) / 86_400_000)]).toEqual(['mailed', 29])
    await closingNow()
    expect(await ended('travail.69')).toBe(true)
    expect(await ended('police.69')).toBe(false)
    expect(await traces('membership.inactive')).toBe(1)
  })

  it('is never that of the last who administers', async () => {
    const text = `select count(*)::int as n from membership where role = 'admin' and until is null and warning_mailed_at is not null`
    expect((await owner.query(text)).rows[0].n).toBe(2)
  })

  it('is that of the last who administers where another was here today and left, and ends where they stay', async () => {
    const other = world.as('admin.bis').personId
    await owner.query(`update person set seen_at = now() where id = $1`, [other])
    const leftAt = (until: string | null) =>
      owner.query('update membership set until = $2 where person_id = $1', [other, until])
    await leftAt('2026-01-01')
    await closingNow()
    expect(await ended('admin')).toBe(false)
    await leftAt(null)
    await closingNow()
    expect(await ended('admin')).toBe(true)
  })

  it('of somebody who came back after the letter is warned of anew', async () => {
    const set = `update membership set until = null, warning_mailed_at = now() - interval '200 days', warned_at = now() - interval '201 days'
      where person_id = $1`
    await owner.query(set, [world.as('police.69').personId])
    await owner.query(`update person set email = 'p@exemple.invalid' where subject = 'police.69'`)
    await closingNow()
    expect(await ended('police.69')).toBe(false)
    expect(await deliver()).toBe(1)
  })
})
