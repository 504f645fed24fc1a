import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { callReaders } from '../../../server/calls/sweep.ts'
import { openMail } from './post.ts'

// A proposal that waits for a second person is told to that person.

const { site, db, at, later, written, wishes, sent, swept } = await openMail()

const proposes = async (by: string, at: Date) => {
  const body = {
    role: 'cell_member',
    email: 'canari-courriel@asso.example',
    manager: false,
    alternate: false
  }
  await db.owner.query(
    `insert into organisation_proposal (id, kind, org_id, body, proposed_by, proposed_at) values ($1, 'invite', $2, $3, $4, $5)`,
    [randomUUID(), site.as('asso.rhone').orgId, body, site.as(by).personId, at]
  )
}

describe('a mail of what waits for a second person', () => {
  it('goes to nobody who proposed it, nor to who may not confirm it', async () => {
    for (const login of ['admin', 'cellule.976', 'soin.69']) {
      await written(login)
      await wishes(login, {})
    }
    await proposes('admin', later(1))
    expect(await swept(later(5))).toEqual([])
    await db.owner.query('delete from organisation_proposal')
  })

  it('says how much, at once or with the digest, once, and neither what nor to whom', async () => {
    await written('cellule.69')
    await wishes('cellule.69', {})
    await written('admin.bis')
    await wishes('admin.bis', { mode: 'digest', digestHour: 8 })
    await db.owner.query(`insert into mail_call (person_id, until, digest_on) values ($1, $2, $3)`, [
      ...[site.as('admin.bis').personId, later(0), '2026-11-24']
    ])
    await proposes('admin', later(1))
    const [letter = '', ...others] = await swept(later(5))
    expect(others).toEqual([])
    expect(letter).toContain('To: cellule.69@exemple.invalid')
    expect(letter).toContain('Une réponse vous est demandée')
    expect(letter).toContain('Une information nouvelle vous attend.')
    for (const hidden of ['canari', 'siège', 'invitation', site.as('asso.rhone').orgName])
      expect(letter.toLowerCase()).not.toContain(hidden.toLowerCase())
    expect(await swept(later(40))).toEqual([])
    const [next = '', ...more] = await swept(new Date('2026-11-25T07:00:00Z'))
    expect(more).toEqual([])
    expect(next).toContain('To: admin.bis@exemple.invalid')
    expect(next).toContain('Une réponse vous est demandée')
    // The next day one waits still, and only the other is new.
    await proposes('admin', new Date('2026-11-25T12:00:00Z'))
    const [after = ''] = (await swept(new Date('2026-11-26T07:00:00Z'))).filter((one) =>
      one.includes('admin.bis@')
    )
    expect(after).toContain('2 réponses vous sont demandées')
    expect(after).toContain('Une information nouvelle vous attend.')
  })

  it('says nothing as new of what was proposed after it was asked for', async () => {
    await db.owner.query('delete from organisation_proposal')
    await written('cellule.69')
    await wishes('cellule.69', {})
    await proposes('admin', later(1))
    await at(later(5))
    await callReaders(db)
    await proposes('admin', later(6))
    await at(later(8))
    const [letter = ''] = await sent()
    expect(letter).toContain('2 réponses vous sont demandées')
    expect(letter).toContain('Une information nouvelle vous attend.')
  })
})
