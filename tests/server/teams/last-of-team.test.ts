import { describe, expect, it } from 'vitest'
import { aFlag } from '../../support/world.ts'
import { colleagueAccount } from './drawn.ts'
import { openTeams } from './signed-in.ts'

const { site, world, lead, mate, me, ask, post } = await openTeams()
const colleague = await colleagueAccount(world, lead, mate)
type Shown = { name: string; you: boolean; aloneIn: { name: string; cases: number | null }[] }
const people = async () =>
  Object.fromEntries(
    ((await ask(lead, '/people')).body.members as Shown[]).map(({ you, aloneIn }) => [
      you ? 'me' : 'other',
      aloneIn
    ])
  )

describe('whose access is about to end', () => {
  it('is alone in no team where there are none', async () => {
    await site.db.owner.query('update membership set manager = true where person_id = $1', [me.personId])
    expect(await people()).toEqual({ me: [], other: [] })
  })

  it('is said to be the last of a team, and of how many cases, to who manages access and leads', async () => {
    const both = (await post(lead, '/teams', { name: 'Lyon' })).body.teams[0]
    const second = (await post(lead, '/teams', { name: 'Villefranche' })).body.teams.find(
      ({ name }: { name: string }) => name === 'Villefranche'
    )
    expect(both.members).toHaveLength(2)
    const joins = { personId: colleague.personId, leads: false }
    expect((await post(lead, `/teams/${second.id}/members`, joins)).status).toBe(201)
    const { id } = (await post(lead, '/cases', { ...aFlag() })).body
    const given = { cases: [id], teamId: second.id, personId: null }
    expect((await post(lead, '/teams/caseload', given)).status).toBe(200)
    // Another is to come to it, and is not followed there yet.
    const { id: later } = (await post(lead, '/cases', { ...aFlag() })).body
    expect(
      (await post(lead, '/teams/caseload', { ...given, cases: [later], from: '2027-11-20' })).status
    ).toBe(200)
    expect(await people()).toEqual({ me: [], other: [{ name: 'Villefranche', cases: 1 }] })
  })

  it('and no count to who leads no team, nor anything of who has a second access there', async () => {
    await site.db.owner.query('update team_member set leads = person_id <> $1', [me.personId])
    expect((await people())['other']).toEqual([{ name: 'Villefranche', cases: null }])
    await site.db.owner.query(
      `insert into membership (person_id, org_id, role, since) select person_id, org_id, 'cell_member', since from membership where person_id = $1`,
      [colleague.personId]
    )
    expect((await people())['other']).toEqual([])
  })
})
