import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aFlag, noon } from '../../support/world.ts'
import { colleagueAccount } from './drawn.ts'
import { openTeams } from './signed-in.ts'

const { site, world, tell, lead, mate, me, ask, post, refused } = await openTeams()

const colleague = await colleagueAccount(world, lead, mate)

const flag = async (login: string) => {
  const done = await post(login, '/cases', { ...aFlag() })
  expect(done.status).toBe(201)
  return (done.body as { id: string }).id
}
const seesCase = async (login: string, id: string) => (await ask(login, `/cases/${id}`)).status
const listed = async (login: string) =>
  (await ask(login, '/cases?view=all')).body.items.map(({ id }: { id: string }) => id)

let before: string
let [lyon, ouest] = ['', '']
const view = async (login = lead) => (await ask(login, '/teams')).body

describe('the first team', () => {
  it('has everybody and every case, so that nothing changes for anybody', async () => {
    before = await flag(lead)
    expect(await seesCase(mate, before)).toBe(200)
    expect(await view()).toMatchObject({ inTeams: false, leads: false, mayFound: true, teams: [] })
    const key = randomUUID()
    const made = await post(lead, '/teams', { name: 'Lyon' }, key)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ inTeams: true, leads: true, mayFound: false, unassigned: 0 })
    expect(made.body.teams).toMatchObject([{ name: 'Lyon', mine: true, cases: 1 }])
    expect(made.body.teams[0].members).toHaveLength(2)
    // Sent again it is done once, and a second team is no first one.
    expect((await post(lead, '/teams', { name: 'Lyon' }, key)).body.teams).toHaveLength(1)
    expect(await refused(lead, '/teams', { name: 'Lyon' })).toEqual([400, 'Une équipe porte déjà ce nom'])
    expect(await refused(lead, '/teams', { name: ' ' })).toEqual([400, 'Donnez un nom à l’équipe'])
    expect([await seesCase(lead, before), await seesCase(mate, before)]).toEqual([200, 200])
    lyon = made.body.teams[0].id
  })

  it('is led by whoever founded it, and by nobody else', async () => {
    expect(await view(mate)).toMatchObject({ leads: false, mayFound: false, unassigned: null })
    expect((await post(mate, '/teams', { name: 'Ouest' })).status).toBe(403)
    expect((await post(mate, `/teams/${lyon}/members`, { personId: me.personId, leads: true })).status).toBe(
      403
    )
    const mine = (await view()).teams[0].members.find((one: { leads: boolean }) => one.leads)
    const last = [409, 'Une personne au moins doit encadrer une équipe : nommez-en d’abord une autre.']
    expect(await refused(lead, `/teams/members/${mine.id}/leave`)).toEqual(last)
    expect(await refused(lead, `/teams/members/${mine.id}/lead`, { leads: false })).toEqual(last)
  })
})

describe('a colleague of another team', () => {
  beforeAll(async () => {
    const made = (await post(lead, '/teams', { name: 'Ouest' })).body
    ouest = made.teams.find(({ name }: { name: string }) => name === 'Ouest').id
    const joins = { personId: colleague.personId, leads: false }
    expect((await post(lead, `/teams/${ouest}/members`, joins)).status).toBe(201)
    const again = await refused(lead, `/teams/${ouest}/members`, joins)
    expect(again).toEqual([400, 'Cette personne est déjà dans l’équipe'])
    expect(
      (
        await post(lead, `/teams/${ouest}/members`, {
          personId: world.as('asso.paris').personId,
          leads: false
        })
      ).status
    ).toBe(404)
    const member = made.teams
      .find(({ name }: { name: string }) => name === 'Lyon')
      .members.find(({ person }: { person: { id: string } }) => person.id === colleague.personId)
    expect((await post(lead, `/teams/members/${member.id}/leave`)).status).toBe(200)
    const renamed = await ask(lead, `/teams/${ouest}`, { method: 'PUT', body: { name: 'Ouest lyonnais' } })
    expect(renamed.body.teams.map(({ name }: { name: string }) => name)).toEqual(['Lyon', 'Ouest lyonnais'])
  })

  it('finds none of its cases: not by address, nor in lists, counts, clocks, notices, by code or by an act', async () => {
    const { code } = (await ask(lead, `/cases/${before}`)).body
    expect(await seesCase(mate, before)).toBe(404)
    const { tag } = await ask(lead, `/cases/${before}`)
    const act = await ask(mate, `/cases/${before}/commands/facts.complete`, {
      method: 'POST',
      body: { language: 'en' },
      tag: String(tag)
    })
    expect(act.status).toBe(404)
    for (const path of ['events', 'actions/case.close', 'rules', 'emergency', 'compartments/B'])
      expect([path, (await ask(mate, `/cases/${before}/${path}`)).status]).toEqual([path, 404])
    const list = (await ask(mate, '/cases?view=all')).body
    expect([list.items, list.counts]).toMatchObject([[], { todo: { n: 0 }, late: { n: 0 }, moved: { n: 0 } }])
    expect((await ask(mate, `/cases?view=all&q=${code}`)).body.items).toEqual([])
    expect((await ask(mate, '/deadlines')).body.items).toEqual([])
    expect((await ask(mate, '/notices')).body.items).toEqual([])
    expect((await ask(mate, '/teams/caseload')).body.items).toEqual([])
    const none = { cases: [before], teamId: ouest, personId: null }
    expect((await post(mate, '/teams/caseload', none)).status).toBe(404)
    // Whoever leads goes on reading it.
    expect(await listed(lead)).toEqual([before])
    expect(JSON.stringify(await view(mate))).not.toContain('"cases":1')
  })

  it('flags for the team that they are in, not the one that they left; whoever leads reads that too', async () => {
    await site.db.owner.query(
      `update team_member set since = $3::timestamptz - interval '2 days', until = $3::timestamptz - interval '1 day'
        where team_id = $1 and person_id = $2`,
      [lyon, colleague.personId, noon]
    )
    const own = await flag(mate)
    expect([await seesCase(mate, own), await seesCase(lead, own)]).toEqual([200, 200])
    expect((await ask(mate, '/teams/caseload')).body.items).toMatchObject([
      { caseId: own, team: { name: 'Ouest lyonnais' }, person: null, next: null }
    ])
    expect((await view()).teams.map(({ cases }: { cases: number }) => cases)).toEqual([1, 1])
  })
})

describe('a case that passes to others', () => {
  it('is read by them from then on, and no more by those who followed it; what was stays', async () => {
    const id = await flag(mate)
    const key = randomUUID()
    const given = { cases: [id], teamId: lyon, personId: null }
    expect((await post(mate, '/teams/caseload', given, key)).status).toBe(200)
    expect((await post(mate, '/teams/caseload', given, key)).status).toBe(200)
    expect([await seesCase(mate, id), await seesCase(lead, id)]).toEqual([404, 200])
    const { rows } = await site.db.owner.query(
      'select team_id, until is null as last from caseload where case_id = $1 order by since, until nulls last',
      [id]
    )
    expect(rows).toEqual([
      { team_id: ouest, last: false },
      { team_id: lyon, last: true }
    ])
    const audit = await site.db.owner.query(
      `select count(*)::int as n from audit_event where chain = $1 and action = 'team.hand'`,
      [`case:${id}`]
    )
    expect(audit.rows[0].n).toBe(1)
  })

  it('to somebody by name of a team, and to nobody of another organisation', async () => {
    const id = await flag(lead)
    const to = (personId: string | null, teamId: string | null = null) =>
      refused(lead, '/teams/caseload', { cases: [id], teamId, personId })
    const nobody = [400, 'Choisissez une équipe, ou une personne d’une équipe']
    expect(await to(world.as('asso.paris').personId)).toEqual(nobody)
    expect(await to(colleague.personId, lyon)).toEqual(nobody)
    const unsaid = await post(lead, '/teams/caseload', { cases: [id], teamId: null, personId: null })
    expect(unsaid.body.errors).toEqual([{ field: 'to', code: 'required', message: nobody[1] }])
    expect((await to(colleague.personId))[0]).toBe(200)
    expect(await seesCase(mate, id)).toBe(200)
    const [line] = (await ask(lead, `/teams/caseload?person=${colleague.personId}`)).body.items
    expect(line).toMatchObject({ caseId: id, person: { id: colleague.personId }, team: { id: ouest } })
  })

  it('stays with the team of whoever leaves it, and is not theirs again when they come back', async () => {
    const id = await flag(lead)
    const named = { cases: [id], teamId: ouest, personId: colleague.personId }
    expect((await post(lead, '/teams/caseload', named)).status).toBe(200)
    const own = (await view()).teams
      .find((one: { id: string }) => one.id === ouest)
      .members.find(({ person }: { person: { id: string } }) => person.id === colleague.personId)
    expect((await post(lead, `/teams/members/${own.id}/leave`)).status).toBe(200)
    const back = { personId: colleague.personId, leads: false }
    expect((await post(lead, `/teams/${ouest}/members`, back)).status).toBe(201)
    const lines = (await ask(lead, `/teams/caseload?team=${ouest}`)).body.items
    expect(lines.find(({ caseId }: { caseId: string }) => caseId === id)).toMatchObject({
      team: { id: ouest },
      person: null
    })
  })

  it('on a later day is read by those who follow it until then, and says who is next', async () => {
    const id = await flag(lead)
    const later = { cases: [id], teamId: ouest, personId: null, from: '2027-11-20' }
    for (const from of ['2026-11-23', '2027-11-26'])
      expect([from, (await post(lead, '/teams/caseload', { ...later, from })).status]).toEqual([from, 400])
    expect((await post(lead, '/teams/caseload', later)).status).toBe(200)
    expect(await seesCase(mate, id)).toBe(404)
    const lines = (await ask(lead, `/teams/caseload?team=${lyon}`)).body.items
    expect(lines.find(({ caseId }: { caseId: string }) => caseId === id).next).toMatchObject({
      team: { id: ouest },
      from: '2027-11-20'
    })
    // Thought better of: the one who was to be next is not.
    expect((await post(lead, '/teams/caseload', { cases: [id], teamId: lyon, personId: null })).status).toBe(
      200
    )
    const again = (await ask(lead, `/teams/caseload?team=${lyon}`)).body.items
    expect(again.find(({ caseId }: { caseId: string }) => caseId === id).next).toBeNull()
  })

  it('all of them or none', async () => {
    const [own, others] = [await flag(mate), before]
    expect(
      (await post(mate, '/teams/caseload', { cases: [own, others], teamId: lyon, personId: null })).status
    ).toBe(404)
    expect(await seesCase(mate, own)).toBe(200)
  })
})

describe('a case that nobody follows yet', () => {
  it('is read by who leads alone, who finds it first on the list', async () => {
    const id = await tell.flagged('cellule.69').catch(() => tell.flagged('police.69'))
    await site.db.owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at) values ($1, $2, 'referent', now(), 'referent.name', now())`,
      [id, me.orgId]
    )
    expect([await seesCase(mate, id), await seesCase(lead, id)]).toEqual([404, 200])
    expect((await view()).unassigned).toBe(1)
    expect((await ask(lead, '/teams/caseload')).body.items[0]).toMatchObject({
      caseId: id,
      team: null,
      person: null
    })
    expect((await post(lead, '/teams/caseload', { cases: [id], teamId: ouest, personId: null })).status).toBe(
      200
    )
    expect(await seesCase(mate, id)).toBe(200)
    expect((await view()).unassigned).toBe(0)
  })
})

describe('while somebody is away', () => {
  const away = (login: string, different: object = {}) =>
    post(login, '/teams/covers', {
      ...{ absentId: me.personId, coverId: colleague.personId, since: '2026-11-24', until: '2027-11-25' },
      ...different
    })

  it('a colleague reads in their stead, because they said so or who leads did, and no more once they are back', async () => {
    expect(await seesCase(mate, before)).toBe(404)
    expect((await away(mate)).status).toBe(403)
    // Before the first day, and more than a year ahead.
    for (const until of ['2026-11-23', '2027-11-26']) expect((await away(lead, { until })).status).toBe(400)
    expect((await away(lead, { coverId: world.as('asso.paris').personId })).status).toBe(404)
    const said = await away(lead)
    expect(said.status).toBe(201)
    expect(await seesCase(mate, before)).toBe(200)
    expect((await view(mate)).leads).toBe(true)
    const [one] = said.body.covers
    const [absent, cover] = [{ id: me.personId }, { id: colleague.personId }]
    expect(one).toMatchObject({ absent, cover, since: '2026-11-24' })
    // To the end of the last day, in Paris.
    const { rows } = await site.db.owner.query('select until from team_cover where id = $1', [one.id])
    expect(rows).toEqual([{ until: new Date('2027-11-25T22:59:59.999Z') }])
    expect((await post(lead, `/teams/covers/${one.id}/end`)).status).toBe(200)
    expect(await seesCase(mate, before)).toBe(404)
    // For this one day alone.
    expect((await away(lead, { until: '2026-11-24' })).status).toBe(201)
  })
})

describe('an organisation whose lead works there no more', () => {
  it('is led again by whoever is in one of its teams, and only then', async () => {
    expect((await post(mate, '/teams/lead')).status).toBe(403)
    await site.db.owner.query('update membership set until = now() where person_id = $1', [me.personId])
    expect(await view(mate)).toMatchObject({ leads: false, mayTakeLead: true })
    expect((await post(mate, '/teams/lead')).body).toMatchObject({ leads: true, mayTakeLead: false })
    expect(await seesCase(mate, before)).toBe(200)
    expect((await ask(lead, '/teams')).status).toBe(401)
  })
})
