import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { meeting } from '../../support/meetings.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())
const { owner } = site.db
const meet = meeting(site)

/** Who is called to a meeting, by login. */
const convened = async (): Promise<string[]> => {
  await site.tell.act('cellule.69', await site.tell.flagged(), 'triage.start')
  const id = await meet.planned()
  await meet.act('cellule.69', id, 'convene')
  const text = `select p.subject from meeting_member m join person p on p.id = m.person_id where m.meeting_id = $1`
  const { rows } = await owner.query<{ subject: string }>(text, [id])
  return rows.map(({ subject }) => subject)
}
const change = (login: string, set: string) =>
  owner.query(`update membership set ${set} where person_id = $1`, [site.as(login).personId])

describe('who sits in the cell', () => {
  it('is neither who is away, nor an alternate beside who holds the seat; the alternate sits in their stead', async () => {
    const { orgId } = site.as('membre.69.police')
    await owner.query(
      `with one as (insert into person (id, issuer, subject, display_name) values ($1, 'x', 'alternate', 'Suppléance') returning id)
       insert into membership (person_id, org_id, role, alternate) select id, $2, 'cell_member', true from one`,
      [randomUUID(), orgId]
    )
    const first = await convened()
    expect(first).toContain('membre.69.police')
    expect(first).not.toContain('alternate')
    await change('membre.69.police', 'absent_from = current_date - 2')
    const second = await convened()
    expect(second).toContain('alternate')
    expect(second).not.toContain('membre.69.police')
    await change('membre.69.police', 'absent_until = current_date - 1')
    expect(await convened()).toContain('membre.69.police')
    await change('membre.69.police', `since = '2020-01-01', until = now() - interval '1 day'`)
    expect(await convened()).toContain('alternate')
    await change('membre.69.police', 'until = null')
  })
})

describe('the seats of a cell', () => {
  const kinds = async () => {
    const answer = await site.get('cellule.69', '/api/seats')
    expect(answer.statusCode).toBe(200)
    return answer.json().kinds as { type: string; seats: number; holders: { called: boolean }[] }[]
  }

  it('are nothing to who does not hold its meetings', async () => {
    for (const login of ['membre.69', 'asso.rhone', 'admin', 'prefecture.69'])
      expect((await site.get(login, '/api/seats')).statusCode).toBe(404)
  })

  it('tell who keeps the secretariat, and call her only where the rules give her a vote', async () => {
    const own = (await kinds()).find(({ type }) => type === 'cell')!
    expect(own).toMatchObject({ votes: false })
    expect(own.holders.length).toBeGreaterThan(0)
    expect(own.holders.filter(({ called }) => called)).toEqual([])
    expect(await convened()).not.toContain('cellule.69')
  })

  it('are counted by the rules in force, and no more members are convened than there are seats', async () => {
    const before = (await kinds()).find(({ type }) => type === 'association')!
    const { orgId } = site.as('membre.69')
    for (let n = 0; n < before.seats; n += 1)
      await owner.query(
        `with one as (insert into person (id, issuer, subject, display_name) values ($1, 'x', $3, $3) returning id)
         insert into membership (person_id, org_id, role) select id, $2, 'cell_member' from one`,
        [randomUUID(), orgId, `beyond-${n}`]
      )
    const after = (await kinds()).find(({ type }) => type === 'association')!
    expect(after.holders.length).toBeGreaterThan(after.seats)
    expect(after.holders.filter(({ called }) => called)).toHaveLength(after.seats)
    const called = await convened()
    expect(called).toContain('membre.69')
    expect(called.filter((subject) => subject.startsWith('beyond-'))).toHaveLength(
      after.seats - before.holders.length
    )
  })
})
