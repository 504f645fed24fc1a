import { describe, expect, it } from 'vitest'
import { personCalled } from '../../../server/calls/readers.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())
const { app, owner } = site.db
const { personId, orgId } = site.as('asso.rhone')
const elsewhere = site.as('asso.paris').orgId
const written = async () => (await personCalled(app, personId))?.email

describe('an address is that of the place to which its person came last', () => {
  it('and what concerns another place is not sent there, even once they left it', async () => {
    await owner.query(`update person set email = 'a@rhone.test' where id = $1`, [personId])
    expect(await written(), 'positive control').toBe('a@rhone.test')
    // Where they worked before they came, and that they leave next month, changes nothing of it.
    await owner.query(
      `insert into membership (person_id, org_id, role, since, until)
        select $1, $2, role, since - interval '2 years', since - interval '1 year' from membership where person_id = $1`,
      [personId, elsewhere]
    )
    await owner.query(
      `update membership set until = wall_clock() + interval '1 month' where person_id = $1 and org_id = $2`,
      [personId, orgId]
    )
    expect(await written()).toBe('a@rhone.test')
    await owner.query('update membership set until = null where person_id = $1 and org_id = $2', [
      ...[personId, orgId]
    ])
    await owner.query('delete from membership where person_id = $1 and org_id = $2', [personId, elsewhere])
    await owner.query(
      `insert into membership (id, person_id, org_id, role, since)
        select 'ffffffff-ffff-4fff-bfff-ffffffffffff', $1, $2, role, wall_clock() from membership where person_id = $1`,
      [personId, elsewhere]
    )
    await owner.query(`update person set email = 'a@paris.test' where id = $1`, [personId])
    expect((await personCalled(app, personId))?.actor.orgId).toBe(orgId)
    expect(await written()).toBeNull()
    await owner.query(`update membership set until = now() where person_id = $1 and org_id = $2`, [
      ...[personId, elsewhere]
    ])
    expect(await written()).toBeNull()
  })
})
