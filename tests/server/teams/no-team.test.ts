import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openTeams } from './signed-in.ts'

const { site, world, tell, lead, me, ask, post } = await openTeams()

describe('who may not work in teams', () => {
  it.each(['cellule.69', 'police.69'])('finds nothing there: %s', async (login) => {
    for (const path of ['/teams', '/teams/caseload']) expect((await ask(login, path)).status).toBe(404)
    expect((await post(login, '/teams', { name: 'A' })).status).toBe(404)
    expect(
      (await post(login, '/teams/caseload', { cases: [randomUUID()], teamId: randomUUID(), personId: null }))
        .status
    ).toBe(404)
  })

  it('takes nothing else than what is asked for', async () => {
    expect((await post(lead, '/teams', { name: 'A', orgId: me.orgId })).status).toBe(400)
    expect((await post(lead, '/teams', { name: '  ' })).status).toBe(400)
    expect(
      (await post(lead, '/teams/caseload', { cases: [], teamId: randomUUID(), personId: null })).status
    ).toBe(400)
  })
})

describe('a request that somebody sends to an organisation in teams', () => {
  it('is found by who leads alone, until a team follows the case', async () => {
    const id = await tell.consenting(['A', 'B', 'E', 'G'], {})
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    const health = world.as('soin.69')
    const referral = await tell.referral(id, 'health')
    const made = await post('soin.69', '/teams', { name: 'Soins' })
    expect(made.status).toBe(201)
    expect((await ask('soin.69', `/referrals/${referral}`)).status).toBe(200)
    // The one person of that service leads no more.
    await site.db.owner.query('update team_member set leads = false where org_id = $1', [health.orgId])
    await site.db.owner.query('update caseload set until = now() where org_id = $1', [health.orgId])
    expect((await ask('soin.69', `/referrals/${referral}`)).status).toBe(404)
    expect((await ask('soin.69', '/referrals?box=in&view=all')).body.items).toEqual([])
  })
})
