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
  })
})
