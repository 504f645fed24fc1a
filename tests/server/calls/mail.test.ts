import { describe, expect, it } from 'vitest'
import { callReaders } from '../../../server/calls/sweep.ts'
import type { Post } from '../../../server/mail/post.ts'
import { workOff } from '../../support/running/queue.ts'
import { openMail } from './post.ts'

const { site, db, office, smtp, at, later, written, wishes, asked, sent, swept, login, flagged } =
  await openMail()

describe('a mail', () => {
  it('says how much and until when, to the address that was invited, and nothing of whom, what or where', async () => {
    await written(login)
    await wishes(login, {})
    const id = await flagged()
    const [letter = '', ...others] = await swept(later(5))
    expect(others).toEqual([])
    expect(letter).toContain(`To: ${login}@exemple.invalid`)
    expect(letter).toMatch(/Une réponse vous est demandée (avant|au plus tard) \p{L}+ \d/u)
    expect(letter).toContain('Une information nouvelle vous attend.')
    expect(letter).not.toMatch(/https?:|href/)
    const { rows } = await db.owner.query<{ code: string }>('select code from "case" where id = $1', [id])
    const { orgName, name } = site.as(login)
    for (const hidden of [rows[0]!.code, id, orgName, name, 'CANARI', 'traite', 'Rhône', '69 '])
      expect(letter).not.toContain(hidden)
  })

  it('is one for each set of news, and leaves again for the next alone', async () => {
    await written(login)
    await wishes(login, {})
    await flagged()
    const [first = ''] = await swept(later(5))
    const [, day] = /demandée ((?:avant|au plus tard) [^.]+)\./.exec(first)!
    expect(await swept(later(40))).toEqual([])
    const id = await flagged()
    await db.owner.query(`update participation set due_at = due_at + interval '1 day' where case_id = $1`, [
      id
    ])
    await db.owner.query('update notice set told_at = $1 where told_at = $2', [later(40), later(40)])
    const [second] = await swept(later(60))
    expect(second).toContain('2 réponses vous sont demandées')
    expect(second).toContain(`, la première ${day}.`)
    expect(second).toContain('Une information nouvelle vous attend.')
    // A mail program shows but one of two that bear one identity.
    const identities = office.letters.slice(-2).map((letter) => /^Message-ID: (.*)$/im.exec(letter)![1])
    expect(new Set(identities).size).toBe(2)
  })

  it('says nothing of what came after it was asked for, which is for the next', async () => {
    await written(login)
    await wishes(login, {})
    await flagged()
    await at(later(5))
    await callReaders(db)
    await at(later(6))
    await flagged()
    await at(later(8))
    expect(await sent()).toEqual([expect.stringContaining('Une information nouvelle vous attend.')])
    expect(await swept(later(40))).toEqual([expect.stringContaining('Une information nouvelle vous attend.')])
  })

  it('tells what was told ahead of its hour once that has come, though another left in between', async () => {
    await written(login)
    await wishes(login, {})
    const id = await site.tell.flagged()
    await db.owner.query(`delete from outbox where kind = 'tell'`)
    await flagged()
    await db.owner.query(
      `insert into notice (id, org_id, about, about_id, seq, at) values (gen_random_uuid(), $1, 'case', $2, 1, $3)`,
      [site.as(login).orgId, id, later(20)]
    )
    expect(await swept(later(5))).toEqual([expect.stringContaining('Une information nouvelle vous attend.')])
    expect(await swept(later(40))).toEqual([expect.stringContaining('Une information nouvelle vous attend.')])
  })

  it('tells what was told late as well, though it bears an earlier hour', async () => {
    await written(login)
    await wishes(login, {})
    await flagged()
    expect(await swept(later(5))).toHaveLength(1)
    await db.owner.query('delete from notice')
    const id = await site.tell.flagged()
    await db.owner.query(`delete from outbox where kind = 'tell'`)
    await at(later(40))
    await db.owner.query(
      `insert into notice (id, org_id, about, about_id, seq, at) values (gen_random_uuid(), $1, 'case', $2, 1, $3)`,
      [site.as(login).orgId, id, later(-600)]
    )
    expect(await swept(later(60))).toHaveLength(1)
  })

  it('leaves in the morning for whoever has said nothing, and only where there is something to say', async () => {
    await written(login)
    await flagged()
    const morning = new Date('2026-11-25T07:00:00Z')
    expect(await swept(later(-1, morning))).toEqual([])
    expect(await swept(morning)).toHaveLength(1)
    expect(await swept(later(60, morning))).toEqual([])
    // The next morning nothing is new, and an opinion that is due that day is said again; once it is late, no more.
    expect(await swept(new Date('2026-11-26T07:00:00Z'))).toHaveLength(1)
    expect(await swept(new Date('2026-11-27T07:00:00Z'))).toEqual([])
  })
})

describe('the minute at which a mail leaves', () => {
  /** At which of so many sweeps something left, in a life where something is told that the reader may not hear. */
  const leftAt = async (hidden: readonly number[], told: readonly number[]) => {
    await db.owner.query('delete from notice; delete from mail_call; delete from outbox')
    await db.owner.query('update participation set waits_for = null')
    const left: number[] = []
    for (let minute = 0; minute <= 60; minute += 5) {
      await at(later(minute))
      if (told.includes(minute)) await flagged()
      if (hidden.includes(minute))
        await db.owner.query(
          `insert into notice (id, org_id, about, about_id, seq, at) values (gen_random_uuid(), $1, 'case', gen_random_uuid(), 1, $2)`,
          [site.as(login).orgId, later(minute)]
        )
      if ((await swept(later(minute + 2))).length > 0) left.push(minute)
    }
    return left
  }

  it('is the same, whether or not something else was told that its reader may not hear', async () => {
    await written(login)
    await wishes(login, {})
    const alone = await leftAt([], [15, 45])
    expect(alone).toEqual([15, 45])
    expect(await leftAt([5, 10, 35, 40], [15, 45])).toEqual(alone)
    expect(await leftAt([5, 10, 35, 40], []), 'nothing to hear').toEqual([])
  })

  it('is later than the next sweep only where one left just before', async () => {
    await written(login)
    await wishes(login, {})
    expect(await leftAt([], [15, 20])).toEqual([15, 30])
  })
})

describe('two workers', () => {
  it('ask once for one set of news', async () => {
    await written(login)
    await wishes(login, {})
    await flagged()
    await at(later(5))
    await Promise.all(Array.from({ length: 6 }, () => callReaders(db)))
    expect(await asked()).toHaveLength(1)
  })

  it('lose none where one dies: what was put is delivered by the other, under one identity', async () => {
    await written(login)
    await wishes(login, {})
    await flagged()
    await at(later(5))
    await callReaders(db)
    const dies: Post = async (letter) => {
      await smtp(letter)
      throw new Error('killed before it could say so')
    }
    const before = office.letters.length
    await workOff(db, site.gate, dies)
    await db.owner.query('update outbox set run_at = now()')
    await workOff(db, site.gate, smtp)
    const identities = office.letters.slice(before).map((letter) => /^Message-ID: (.*)$/im.exec(letter)![1])
    expect(identities).toHaveLength(2)
    expect(new Set(identities).size).toBe(1)
    await workOff(db, site.gate, smtp)
    expect(office.letters.slice(before)).toHaveLength(2)
  })

  it('of which none can send leave one mail to send, however long that lasts', async () => {
    await written(login)
    await wishes(login, {})
    await flagged()
    await at(later(5))
    await callReaders(db)
    await at(later(300))
    await flagged()
    await at(later(320))
    await callReaders(db)
    expect(await asked()).toHaveLength(1)
  })
})

describe('the worker', () => {
  it('reads of notices to whom something was told, and nothing of what', async () => {
    await expect(db.worker.query('select about from notice')).rejects.toThrow(/permission denied/)
    await expect(db.app.query('select * from mail_call')).rejects.toThrow(/permission denied/)
    expect((await db.app.query('select * from mail_wish')).rows).toEqual([])
  })
})
