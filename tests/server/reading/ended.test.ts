import { isDeepStrictEqual } from 'node:util'
import { expect, it } from 'vitest'
import { colleagueAccount } from '../teams/drawn.ts'
import { forFile } from '../../support/for-file.ts'
import { meeting } from '../../support/meetings.ts'
import { openSite } from '../../support/running/site.ts'

// What ended long ago is kept, and moves nothing of what anybody reads: a house that left a case, somebody who left a house or a team, a
// team that followed a case, a voice that was withheld and given back. One world is read before and after all of these were there.

const site = await forFile(openSite())
const { tell, db } = site
const meet = meeting(site)

const child = { ageGroup: 'minor', ageBand: '15-17', nominativeConsent: false } as const
const weighed = await tell.flagged('asso.rhone', child)
await tell.act('cellule.69', weighed, 'triage.start')
const running = await tell.consenting(['B', 'C', 'E', 'F', 'G'])
await tell.act('asso.rhone', running, 'prefecture.request', { signalledBy: 'PJ' })
const asked = await tell.referral(running, 'prefecture')
// One in which nearly nobody ever took part, one that its cell looks at again and takes no part in any more, one that nobody accompanies.
const elsewhere = await tell.flagged('asso.paris', { territory: '75' })
const left = await tell.presumed()
const alone = await tell.presumed()
await db.owner.query(`delete from participation where case_id = $1 and capacity = 'referent'`, [alone])
const cases = [weighed, running, elsewhere, left, alone, await tell.housed(site.places['foyer.azur']![0]!)]
const sitting = await meet.planned()
await meet.act('cellule.69', sitting, 'followup.add', { caseId: running, subject: 'renewal' })
await meet.act('cellule.69', sitting, 'followup.add', { caseId: left, subject: 'renewal' })
await meet.act('cellule.69', sitting, 'convene')
await db.owner.query(`delete from participation where case_id = $1 and capacity = 'cell'`, [left])
const colleague = await colleagueAccount(site, 'asso.rhone', 'asso.rhone.deux')
for (const name of ['Lyon', 'Ouest'])
  expect((await site.send('asso.rhone', '/api/teams', { name })).statusCode).toBe(201)

const readers = [
  'asso.rhone',
  'cellule.69',
  'membre.69',
  'prefecture.69',
  'foyer.azur',
  'asso.paris',
  'admin'
]
const orgIds = [...new Set(readers.map((login) => site.as(login).orgId))]
const parts = [
  '/rules',
  '/handing',
  '/links',
  '/followers',
  '/events',
  '/conversation',
  '/emergency',
  '/likeness'
]
const lists = [
  ...['todo', 'late', 'moved', 'all'].map((view) => `/api/cases?view=${view}`),
  ...['/api/worklist/choices', '/api/left-alone', '/api/teams', '/api/teams/caseload', '/api/handings'],
  ...['/api/undo-requests', '/api/review', '/api/deadlines', '/api/people', '/api/me', '/api/seats'],
  ...['in', 'out', 'settle'].map((box) => `/api/referrals?box=${box}&view=all&counts=true`),
  ...['/api/openings', '/api/meetings', '/api/mail', '/api/offers', `/api/referrals/${asked}`],
  ...[`/api/meetings/${sitting}`, `/api/meetings/${sitting}/minutes`]
]
const ofHouses = orgIds.flatMap((id) => [`/api/organisations/${id}`, `/api/organisations/${id}/people`])
// Who manages the access of their house reads the most of it.
const people = readers.map((login) => site.as(login).personId)
await db.owner.query('update membership set manager = true where person_id = any($1)', [people])
// That somebody was there is said of whoever signed in.
for (const login of readers) await site.cookie(login)
const read = async () => {
  const found: Record<string, unknown> = {}
  const ask = async (login: string, url: string) => {
    const answer = await site.get(login, url)
    found[`${login} ${url}`] = answer.statusCode === 200 ? answer.json() : answer.statusCode
    return answer.statusCode
  }
  for (const login of readers) {
    for (const id of cases)
      if ((await ask(login, `/api/cases/${id}?events=50&acts=all`)) === 200)
        for (const part of parts) await ask(login, `/api/cases/${id}${part}`)
    for (const url of login === 'admin' ? [...lists, ...ofHouses] : lists) await ask(login, url)
  }
  return found
}

const past = `now() - interval '400 days', now() - interval '300 days'`
/** As an installation of some years has it, each row without what followed when it began and when it ended. */
const ended: Record<string, string> = {
  participation: `insert into participation (case_id, org_id, capacity, since, until, basis, moved_at)
    select c.id, o.org_id, p.capacity, ${past}, 'test', now() - interval '300 days' from "case" c
    cross join (select distinct org_id from membership) o cross join (select distinct capacity from participation) p
    on conflict do nothing`,
  membership: `insert into membership (id, person_id, org_id, role, manager, alternate, since, until)
    select gen_random_uuid(), p.id, m.org_id, m.role, true, false, ${past} from person p
    cross join (select distinct org_id, role from membership) m`,
  team_member: `insert into team_member (id, team_id, org_id, person_id, leads, since, until)
    select gen_random_uuid(), t.id, t.org_id, p.id, true, ${past} from team t cross join person p`,
  caseload: `insert into caseload (id, case_id, org_id, team_id, person_id, since, until, by_id, at)
    select gen_random_uuid(), c.id, t.org_id, t.id, $1, ${past}, $1, now() - interval '400 days' from "case" c cross join team t`,
  team_cover: `insert into team_cover (id, org_id, absent_id, cover_id, since, until, by_id)
    select gen_random_uuid(), m.org_id, m.person_id, o.person_id, ${past}, m.person_id
    from membership m join membership o on o.org_id = m.org_id and o.person_id <> m.person_id`,
  meeting_recusal: `insert into meeting_recusal (id, item_id, case_id, person_id, org_id, cell_org_id, at, whole, ended_at, ended_by, reason)
    select gen_random_uuid(), i.id, i.case_id, m.person_id, m.org_id, t.org_id, ${past.replace(', ', ', true, ')}, m.person_id, 'mistake'
    from meeting_item i join meeting t on t.id = i.meeting_id join meeting_member m on m.meeting_id = t.id`
}

it('a world in which much has ended is read as one in which nothing has', async () => {
  const before = await read()
  const opened = Object.values(before).filter((one) => typeof one !== 'number')
  expect(opened.length).toBeGreaterThan(50)
  for (const [table, text] of Object.entries(ended)) {
    await db.owner.query(`alter table ${table} disable trigger user`)
    const { rowCount } = await db.owner.query(text, text.includes('$1') ? [colleague.personId] : [])
    await db.owner.query(`alter table ${table} enable trigger user`)
    expect([table, rowCount]).not.toEqual([table, 0])
  }
  const after = await read()
  const moved = Object.keys({ ...before, ...after }).filter(
    (one) => !isDeepStrictEqual(before[one], after[one])
  )
  expect(Object.fromEntries(moved.map((one) => [one, after[one]]))).toEqual(
    Object.fromEntries(moved.map((one) => [one, before[one]]))
  )
}, 400_000)
