import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { addDays, civilDate } from '../../../workflows/calendar/calendar.ts'
import { testApp } from '../../support/running/app.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { forFile } from '../../support/for-file.ts'
import { aFlag, noon, peopled } from '../../support/world.ts'
import { colleagueAccount } from './drawn.ts'

const site = await forFile(testApp({ now: () => noon }))
const world = await peopled(site.db)
const [lead, mate] = ['asso.rhone', 'asso.rhone.ouest']
const colleague = await colleagueAccount(world, lead, mate)
const cookies: Record<string, string> = {}

const ask = async (login: string, path: string, body?: object) => {
  const answer = await site.app.inject({
    method: body ? 'POST' : 'GET',
    url: `/api${path}`,
    headers: { ...fromPage(cookies[login]!), ...(body ? { 'idempotency-key': randomUUID() } : {}) },
    ...(body ? { payload: body } : {})
  })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}
/** The French words of a refusal: of its first field, or of the whole. */
const saying = ({ body }: Awaited<ReturnType<typeof ask>>): string => body.errors?.[0]?.message ?? body.detail
const seen = async (login: string, id: string) => (await ask(login, `/cases/${id}`)).status
const idOf = async (name: string) =>
  (await ask(lead, '/teams')).body.teams.find((one: { name: string }) => one.name === name).id as string

let [id, lyon, ouest] = ['', '', '']
const nobody = { teamId: null, personId: null }
const to = (teamId: string) => ({ teamId, personId: null })

beforeAll(async () => {
  for (const login of [lead, mate, 'asso.paris', 'police.69']) cookies[login] = await signIn(site.app, login)
  await ask(lead, '/teams', { name: 'Lyon' })
  await ask(lead, '/teams', { name: 'Ouest' })
  ;[lyon, ouest] = [await idOf('Lyon'), await idOf('Ouest')]
  await ask(lead, `/teams/${ouest}/members`, { personId: colleague.personId, leads: false })
  const { body } = await ask(lead, '/teams')
  const member = body.teams
    .find((one: { id: string }) => one.id === lyon)
    .members.find(({ person }: { person: { id: string } }) => person.id === colleague.personId)
  await ask(lead, `/teams/members/${member.id}/leave`, {})
  id = (await ask(mate, '/cases', aFlag())).body.id
})

describe('who follows a case, on the page of the case', () => {
  it('is nothing to whoever does not read it, or does not work in teams', async () => {
    for (const login of ['asso.paris', 'police.69'])
      expect((await ask(login, `/cases/${id}/followers`)).status).toBe(404)
    const other = (await ask(lead, '/cases', aFlag())).body.id
    expect((await ask(mate, `/cases/${other}/followers`)).status).toBe(404)
  })

  it('is told to who reads it, with those to whom it may pass', async () => {
    const { status, body } = await ask(mate, `/cases/${id}/followers`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ team: 'Ouest', since: '2026-11-24' })
    expect(body.teams.map(({ name }: { name: string }) => name)).toEqual(['Lyon', 'Ouest'])
  })
})

describe('whoever stands in for who leads', () => {
  let cover = ''
  beforeAll(async () => {
    const me = (await ask(lead, '/teams')).body.me
    // PostgreSQL reads by its own clock who stands in: until some day after the one on which this runs.
    const until = addDays(civilDate(new Date(), 'Europe/Paris'), 6)
    const covering = { absentId: me, coverId: colleague.personId, since: '2026-11-24', until }
    cover = (await ask(lead, '/teams/covers', covering)).body.covers[0].id
  })
  const members = async () =>
    (await ask(lead, '/teams')).body.teams.flatMap((one: { members: object[] }) => one.members) as {
      id: string
      person: { id: string }
      leads: boolean
    }[]

  it('says nothing that outlasts the absence: who leads, and which team closes', async () => {
    const told = async (login: string) => (await ask(login, '/teams')).body
    expect(await told(mate)).toMatchObject({ leads: true, leadsSelf: false })
    expect(await told(lead)).toMatchObject({ leads: true, leadsSelf: true })
    const all = await members()
    const own = all.find(({ person }) => person.id === colleague.personId)!
    const leading = all.find((one) => one.leads)!
    expect((await ask(mate, `/teams/members/${own.id}/lead`, { leads: true })).status).toBe(403)
    expect((await ask(mate, `/teams/members/${leading.id}/lead`, { leads: false })).status).toBe(403)
    expect((await ask(mate, `/teams/members/${leading.id}/leave`, {})).status).toBe(403)
    const joining = { personId: colleague.personId, leads: true }
    expect((await ask(mate, `/teams/${lyon}/members`, joining)).status).toBe(403)
    expect((await ask(mate, `/teams/${ouest}/close`, to(lyon))).status).toBe(403)
    expect(await members()).toEqual(all)
  })

  it('is held to it by PostgreSQL as well', async () => {
    const tried = (text: string, values: unknown[]) =>
      inContext(site.db.app, colleague, (tx) => runQuery(tx, text, values))
    const of = [colleague.personId]
    await expect(
      tried('update team_member set leads = true where person_id = $1 and until is null returning id', of)
    ).rejects.toThrow(/row-level security/)
    expect(await tried('update team_member set leads = false where leads returning id', [])).toEqual([])
    await expect(tried('update team set closed_at = now() where id = $1', [ouest])).rejects.toThrow()
  })

  it('says the rest as they do, until they are back', async () => {
    expect((await ask(mate, '/teams', { name: 'Sud' })).status).toBe(201)
    const sud = await idOf('Sud')
    const joining = { personId: colleague.personId, leads: false }
    expect((await ask(mate, `/teams/${sud}/members`, joining)).status).toBe(201)
    const own = (await ask(mate, '/teams')).body.teams.find((one: { id: string }) => one.id === sud)
      .members[0]
    expect((await ask(mate, `/teams/members/${own.id}/leave`, {})).status).toBe(200)
    expect((await ask(lead, `/teams/${sud}/close`, nobody)).status).toBe(200)
    expect((await ask(lead, `/teams/covers/${cover}/end`, {})).status).toBe(200)
    expect((await ask(mate, '/teams')).body).toMatchObject({ leads: false, leadsSelf: false })
  })
})

describe('closing a team', () => {
  it('is for who leads, of a team of theirs, and never the last', async () => {
    expect((await ask(mate, `/teams/${ouest}/close`, to(lyon))).status).toBe(403)
    expect((await ask('police.69', `/teams/${ouest}/close`, to(lyon))).status).toBe(404)
    expect((await ask(lead, `/teams/${randomUUID()}/close`, to(lyon))).status).toBe(404)
    // Nobody would lead any more.
    expect(saying(await ask(lead, `/teams/${lyon}/close`, to(ouest)))).toMatch(
      /^Une personne au moins doit encadrer/
    )
  })

  it('asks who follows its cases, and takes no team that closes', async () => {
    const refused = await ask(lead, `/teams/${ouest}/close`, nobody)
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'to'])
    expect(saying(refused)).toBe('Cette équipe suit encore des dossiers (1) : dites qui les suivra')
    const closes = 'Choisissez une autre équipe que celle qui ferme'
    for (const itself of [to(ouest), { teamId: null, personId: colleague.personId }])
      expect(saying(await ask(lead, `/teams/${ouest}/close`, itself))).toBe(closes)
    expect((await ask(lead, `/teams/${ouest}/close`, to(randomUUID()))).status).toBe(400)
    expect(await seen(mate, id)).toBe(200)
  })

  it('is refused by PostgreSQL as well, while it follows a case', async () => {
    const closing = () => site.db.owner.query('update team set closed_at = now() where id = $1', [ouest])
    await expect(closing()).rejects.toThrow('a team that follows cases is not closed')
  })

  it('hands its cases on and lets its people go, in one act', async () => {
    const inIt = async () =>
      (
        await site.db.owner.query(
          'select from team_member where team_id = $1 and (until is null or until > wall_clock())',
          [ouest]
        )
      ).rowCount
    expect(await inIt()).toBe(1)
    const done = await ask(lead, `/teams/${ouest}/close`, to(lyon))
    expect(done.status).toBe(200)
    expect(await inIt()).toBe(0)
    expect(done.body.teams.map(({ name, cases }: { name: string; cases: number }) => [name, cases])).toEqual([
      ['Lyon', 2]
    ])
    expect(done.body.unassigned).toBe(0)
    expect([await seen(lead, id), await seen(mate, id)]).toEqual([200, 404])
    expect((await ask(lead, `/cases/${id}/followers`)).body).toMatchObject({ team: 'Lyon' })
    const { rows } = await site.db.owner.query(
      `select count(*)::int as n from audit_event where action in ('team.close', 'team.hand') and outcome = 'allowed'`
    )
    // With the empty one that was closed before.
    expect(rows[0].n).toBe(3)
  })

  it('is for good: nothing is given to it, and nobody joins it', async () => {
    expect((await ask(lead, '/teams/caseload', { cases: [id], ...to(ouest) })).status).toBe(400)
    const joining = { personId: colleague.personId, leads: false }
    expect((await ask(lead, `/teams/${ouest}/members`, joining)).status).toBe(404)
    expect((await ask(lead, `/teams/${ouest}/close`, to(lyon))).status).toBe(404)
    expect(saying(await ask(lead, `/teams/${lyon}/close`, nobody))).toMatch(
      /^C’est la seule équipe : créez-en d’abord une/
    )
    const given = () =>
      site.db.owner.query(
        `insert into caseload (case_id, org_id, team_id, since, by_id, at) select $1, org_id, id, now(), $3, now() from team where id = $2`,
        [id, ouest, colleague.personId]
      )
    await expect(given()).rejects.toThrow('a closed team follows nothing')
  })
})

describe('a review of access', () => {
  it('names who reads a case, and not all whose role would', async () => {
    const people = (await ask(lead, '/teams')).body.people.map(({ name }: { name: string }) => name)
    expect(people).toHaveLength(2)
    const { orgId, personId } = world.as(lead)
    await site.db.owner.query('update membership set manager = true where org_id = $1 and person_id = $2', [
      orgId,
      personId
    ])
    const { body } = await ask(lead, '/review')
    expect(body.teams).toEqual([{ name: 'Lyon', cases: 2 }])
    expect(body.cases.map(({ people: who }: { people: string[] }) => who)).toEqual([
      [world.as(lead).name],
      [world.as(lead).name]
    ])
    const counts = body.people.map((one: { name: string; cases: number }) => one.cases)
    expect(counts.toSorted()).toEqual([0, 2])
    expect((await ask(lead, '/review?team=Lyon')).body.cases).toHaveLength(2)
    expect((await ask(lead, '/review?team=Ouest')).body.cases).toEqual([])
    expect((await ask(lead, '/review?cursor=x')).status).toBe(400)
  })
})

describe('a case that is given from a later day', () => {
  it('is followed by nobody until then', async () => {
    const later = (await ask(lead, '/cases', aFlag())).body.id
    const of = async () => (await ask(lead, `/cases/${later}/followers`)).body.team
    const given = (since: string) =>
      site.db.owner.query(
        `insert into caseload (case_id, org_id, team_id, since, by_id, at) select $1, org_id, id, now() + $3::interval, $4, now() from team where id = $2`,
        [later, lyon, since, colleague.personId]
      )
    await site.db.owner.query('delete from caseload where case_id = $1', [later])
    await given('1 day')
    expect(await of()).toBeNull()
    await site.db.owner.query('delete from caseload where case_id = $1', [later])
    await given('-1 hour')
    expect(await of()).toBe('Lyon')
  })
})
