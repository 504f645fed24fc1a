import { describe, expect, it } from 'vitest'
import { callReaders } from '../../../server/calls/sweep.ts'
import { noon } from '../../support/world.ts'
import { openMail } from './post.ts'

const { site, db, at, later, written, wishes, asked, sent, swept, login, flagged } = await openMail()

describe('no mail is sent', () => {
  it('to whoever has no address, or wishes for none', async () => {
    await wishes(login, {})
    await flagged()
    expect(await swept(later(5))).toEqual([])
    await written(login)
    await wishes(login, { mode: 'off' })
    expect(await swept(later(6))).toEqual([])
    await wishes(login, {})
    expect(await swept(later(7))).toHaveLength(1)
    // Nor to who wishes for none once it was asked for.
    await db.owner.query('delete from mail_call')
    await callReaders(db)
    expect(await asked()).toHaveLength(1)
    await wishes(login, { mode: 'off' })
    expect(await sent()).toEqual([])
  })

  it('to another organisation than that which was told', async () => {
    await written('asso.paris')
    await wishes('asso.paris', {})
    await flagged()
    expect(await swept(later(5))).toEqual([])
  })

  it('to whom a notice names without any right to it', async () => {
    await written('asso.paris')
    await wishes('asso.paris', {})
    const id = await flagged()
    await db.owner.query(
      `insert into notice (id, org_id, about, about_id, seq, at) values (gen_random_uuid(), $1, 'case', $2, 1, $3)`,
      [site.as('asso.paris').orgId, id, noon]
    )
    expect(await swept(later(5))).toEqual([])
    expect(await asked()).toEqual([])
  })

  it('to whose access ended, or whose organisation was suspended, even after it was asked for', async () => {
    await written(login)
    await wishes(login, {})
    const { personId, orgId } = site.as(login)
    for (const ends of [
      () => db.owner.query('update membership set until = $2 where person_id = $1', [personId, noon]),
      () => db.owner.query(`update organisation set status = 'suspended' where id = $1`, [orgId])
    ]) {
      await db.owner.query('update membership set until = null')
      await db.owner.query('delete from mail_call; delete from notice')
      await at(noon)
      await flagged()
      await at(later(5))
      await callReaders(db)
      expect(await asked()).toHaveLength(1)
      await ends()
      expect(await sent()).toEqual([])
      await db.owner.query('delete from mail_call')
      await callReaders(db)
      expect(await asked()).toEqual([])
    }
  })

  it('of what was read, or what may be read no more, meanwhile', async () => {
    await written(login)
    await wishes(login, {})
    const id = await flagged()
    await at(later(5))
    await callReaders(db)
    expect(await asked()).toHaveLength(1)
    await site.send(login, '/api/notices/read', { until: later(5).toISOString() })
    expect(await sent()).toEqual([])
    await db.owner.query('delete from mail_call; delete from notice_read')
    await callReaders(db)
    expect(await asked()).toHaveLength(1)
    await db.owner.query('update participation set until = $2 where case_id = $1 and org_id = $3', [
      ...[id, noon, site.as(login).orgId]
    ])
    expect(await sent()).toEqual([])
  })

  it('in a quiet hour, nor to be lost there: it leaves once that is over', async () => {
    await written(login)
    await wishes(login, { quietFrom: 12, quietUntil: 14 })
    await flagged()
    expect(await swept(later(5))).toEqual([])
    expect(await swept(later(120))).toHaveLength(1)
    // Asked for in time, and held up until the hour is quiet.
    await db.owner.query('delete from mail_call')
    await at(later(130))
    await callReaders(db)
    await wishes(login, { quietFrom: 14, quietUntil: 15 })
    expect(await sent()).toEqual([])
    expect(await swept(later(190))).toHaveLength(1)
  })
})
