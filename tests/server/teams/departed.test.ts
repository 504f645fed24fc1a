import { describe, expect, it } from 'vitest'
import { aFlag } from '../../support/world.ts'
import { colleagueAccount } from './drawn.ts'
import { openTeams } from './signed-in.ts'

const { site, world, lead, mate, me, ask, post } = await openTeams()
const colleague = await colleagueAccount(world, lead, mate)
const view = async () => (await ask(lead, '/teams')).body
const idsOf = (team: { members: { person: { id: string } }[] }) => team.members.map(({ person }) => person.id)

const teamOf = async () => (await post(lead, '/teams', { name: 'Lyon' })).body.teams[0]
const flagged = async () => ((await post(lead, '/cases', { ...aFlag() })).body as { id: string }).id
const give = (cases: string[], personId: string, teamId: string | null) =>
  post(lead, '/teams/caseload', { cases, teamId, personId })

describe('a colleague whose access has ended', () => {
  it('is named nowhere, is given nothing, and what was theirs alone is said to be nobody’s', async () => {
    const team = await teamOf()
    const [shared, own] = [await flagged(), await flagged()]
    expect(idsOf(team)).toContain(colleague.personId)
    expect((await give([shared, own], colleague.personId, team.id)).status).toBe(200)
    await site.db.owner.query('update caseload set team_id = null where case_id = $1 and until is null', [
      own
    ])
    const cover = {
      ...{ absentId: me.personId, coverId: colleague.personId },
      ...{ since: '2026-11-25', until: '2027-11-20' }
    }
    expect((await post(lead, '/teams/covers', cover)).body).toMatchObject({ unassigned: 0, uncovered: [] })

    await site.db.owner.query(
      `update membership set until = wall_clock() - interval '1 second' where person_id = $1`,
      [colleague.personId]
    )
    const after = await view()
    expect(idsOf(after.teams[0])).toEqual([me.personId])
    expect(after).toMatchObject({ unassigned: 1, uncovered: [{ id: me.personId }] })
    const refused = await give([shared], colleague.personId, team.id)
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'to'])
    const nobodys = (await ask(lead, '/teams/caseload?view=unassigned')).body.items
    expect(nobodys.map(({ caseId }: { caseId: string }) => caseId)).toEqual([own])
    expect((await ask(lead, `/cases/${own}/followers`)).body).toMatchObject({ person: null, since: null })
    expect((await ask(lead, `/cases/${shared}/followers`)).body).toMatchObject({ team: 'Lyon', person: null })
    // Whoever works there is given it.
    expect((await give([own], me.personId, team.id)).status).toBe(200)
    expect((await view()).unassigned).toBe(0)
  })
})

describe('a colleague who comes into a house that works in teams', () => {
  it('is named to who leads, until they are in a team; nobody is in a house that has none', async () => {
    expect((await ask('asso.paris', '/teams')).body).toMatchObject({ inTeams: false, teamless: [] })
    const teamless = async () => (await view()).teamless
    const [team] = (await view()).teams
    expect(await teamless()).toEqual([])
    const { rows } = await site.db.owner.query(
      `with one as (insert into person (issuer, subject, display_name) values ('x', 'newcomer', 'Nouvelle Venue') returning id)
       insert into membership (person_id, org_id, role) select id, $1, 'asso' from one returning person_id as id`,
      [me.orgId]
    )
    const id = rows[0].id as string
    expect(await teamless()).toEqual([{ id, name: 'Nouvelle Venue' }])
    expect((await post(lead, `/teams/${team.id}/members`, { personId: id, leads: false })).status).toBe(201)
    expect(await teamless()).toEqual([])
  })
})
