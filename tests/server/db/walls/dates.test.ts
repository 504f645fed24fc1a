import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../../policies/actor.ts'
import { acting } from '../../../support/acting.ts'
import { forFile } from '../../../support/for-file.ts'
import { openWorld } from '../../../support/world.ts'
import { dateMistakes } from '../../../../verify/mutation/house/walls/dates.ts'
import { openWalls } from './asked.ts'

// Within one transaction the clock of PostgreSQL stands still: a date can be asked on its very instant. The owner of the tables sets it
// and asks the functions by which the walls decide.

const world = await forFile(openWorld())
const { put } = await openWalls(world)
const named = (...logins: string[]) => logins.map((login) => world.as(login))
const [asso, cell, deputy, member] = named('asso.rhone', 'cellule.69', 'cellule.69.bis', 'membre.69') as Four
const [miprof, second, admin, unknown] = named('miprof', 'miprof.bis', 'admin', 'soin.69') as Four
type Four = [Actor, Actor, Actor, Actor]
const id = await acting(world).presumed()
const { owner } = world.db

const [team, invitation, exact, digest] = [randomUUID(), randomUUID(), randomUUID(), 'x'.repeat(43)]
const [before, later] = [-1, 1].map((days) => new Date(Date.now() + days * 86_400_000).toISOString())
await owner.query('update membership set manager = true where person_id = $1', [asso.personId])
await put('invitation', {
  ...{ id: invitation, org_id: asso.orgId, role: 'asso', manager: false, email: 'x@asso.example' },
  ...{ invited_by: asso.personId, invited_at: before, expires_at: later }
})
await put('exact_export', {
  ...{ id: exact, report: 'greta', year: 2025, purpose: 'Rapport au Parlement', asked_by: miprof.personId },
  ...{ asked_at: before, state: 'allowed', settled_by: second.personId, settled_at: before }
})
await put('stat.exact_cell', { export: exact, table_id: 'x', at: 'x', n: 1 })
await put('calendar_feed', {
  ...{ id: randomUUID(), person_id: asso.personId, digest, made_at: before },
  membership_id: (
    await owner.query<{ id: string }>('select id from membership where person_id = $1', [asso.personId])
  ).rows[0]!.id
})
await put('team', { id: team, org_id: cell.orgId, name: 'Nord', created_at: before })
await put('team_member', {
  ...{ id: randomUUID(), team_id: team, org_id: cell.orgId, person_id: cell.personId, since: before }
})
await put('team_cover', {
  ...{ id: randomUUID(), org_id: cell.orgId, absent_id: cell.personId, cover_id: deputy.personId },
  ...{ since: before, until: later, by_id: cell.personId }
})
await owner.query('delete from caseload where case_id = $1', [id])
await put('caseload', {
  ...{ id: randomUUID(), case_id: id, org_id: cell.orgId, team_id: team, since: before, at: before },
  by_id: cell.personId
})
await put('glass_opening', {
  ...{ id: randomUUID(), case_id: id, person_id: cell.personId, org_id: cell.orgId, role: 'cell_secretary' },
  ...{ capacity: 'cell', classes: ['B'], reason: 'life', opened_at: before, until: later, state: 'open' },
  ...{ confirm_org_id: asso.orgId, told_orgs: [], told_as: 'cell' }
})

const sitting = randomUUID()
await put('meeting', {
  ...{ id: sitting, territory: '69', org_id: cell.orgId, state: 'planned', version: 1, starts_at: later },
  rules: {}
})
const item = {
  id: randomUUID(),
  meeting_id: sitting,
  case_id: id,
  case_code: 'X',
  position: 1,
  state: 'waiting'
}
await put('meeting_item', item)
await put('meeting_recusal', {
  ...{ id: randomUUID(), item_id: item.id, case_id: id, cell_org_id: cell.orgId, at: before, whole: true },
  ...{ person_id: asso.personId, org_id: member.orgId }
})

const instants = { 'on its eve': '-1 second', 'on its instant': '0', 'on its morrow': '1 second' }
const ends = [true, false, false]
const begins = [false, true, true]

type Dated = { what: string; who: Actor; set: string; asked: string; told: boolean[] }

/** Whether what hangs on a date holds for somebody, that long past it; with a mistake made in the database, or none. */
const holds = async ({ who, set, asked }: Dated, past: string, mistake = 'select'): Promise<boolean> => {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(mistake)
    await client.query(set.replaceAll('$date', `wall_clock() - interval '${past}'`))
    await client.query(
      `select set_config('app.org', $1::text, true), set_config('app.person', $2::text, true), set_config('app.role', $3, true),
         set_config('app.case', '', true), set_config('app.reads', r.reads, true),
         set_config('app.stands', coalesce(r.stands::text, ''), true), set_config('app.teams', coalesce(r.teams::text, ''), true)
       from reading_of($1::text::uuid, $2::text::uuid) r`,
      [who.orgId, who.personId, who.role]
    )
    return (await client.query<{ holds: boolean }>(`select ${asked} as holds`)).rows[0]!.holds
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const ofMembership = ({ personId }: Actor) =>
  `update membership set until = $date where person_id = '${personId}'`
const ofPart = (column: string) =>
  `update participation set ${column} = $date where case_id = '${id}' and org_id = '${cell.orgId}'`
const [takesPart, reads] = [`takes_part('${id}', null)`, `follows('${id}')`]
const opensName = `opened_in_emergency('${id}', 'B')`

const rows: [what: string, who: Actor, set: string, asked: string, told: boolean[]][] = [
  [
    'an invitation opens an access until its day',
    unknown,
    `update invitation set expires_at = $date`,
    `bind_invitation('${invitation}', 1, 'x') is not null`,
    ends
  ],
  [
    'exact counts are read for a day after they were allowed',
    miprof,
    `update exact_export set asked_at = $date - interval '1 day', settled_at = $date - interval '1 day'`,
    `exists (select from exact_cells('${exact}'))`,
    ends
  ],
  ['who manages access does so until they leave', asso, ofMembership(asso), `manages('${asso.orgId}')`, ends],
  ['who administers does so until they leave', admin, ofMembership(admin), 'administers()', ends],
  [
    'a seat in the cell lives until it ends',
    member,
    ofMembership(member),
    `seat_lives('${member.personId}', '${member.orgId}')`,
    ends
  ],
  [
    'a withdrawal takes along who works for that house until they leave it',
    { ...member, orgId: cell.orgId },
    ofMembership(member),
    `withdrew('${id}')`,
    ends
  ],
  [
    'a person acts by a membership until it ends',
    asso,
    ofMembership(asso),
    `exists (select from acting_membership('${asso.personId}'))`,
    ends
  ],
  [
    'a calendar is given out until the membership of its person ends',
    asso,
    ofMembership(asso),
    `calendar_known('${digest}') is not null`,
    ends
  ],
  ['a part in a case begins', cell, ofPart('since'), takesPart, begins],
  ['a part in a case ends', cell, ofPart('until'), takesPart, ends],
  [
    'a team follows a case from the day it is given',
    cell,
    'update caseload set since = $date, until = null',
    reads,
    begins
  ],
  ['a team follows a case until it is taken back', cell, 'update caseload set until = $date', reads, ends],
  [
    'somebody reads with a team from the day they come',
    cell,
    'update team_member set since = $date',
    reads,
    begins
  ],
  ['somebody reads with a team until they leave', cell, 'update team_member set until = $date', reads, ends],
  ['who stands in reads from the first day', deputy, 'update team_cover set since = $date', reads, begins],
  ['who stands in reads until the last', deputy, 'update team_cover set until = $date', reads, ends],
  [
    'an emergency opens a name from its instant',
    cell,
    'update glass_opening set opened_at = $date',
    opensName,
    begins
  ],
  ['an emergency opens a name until its end', cell, 'update glass_opening set until = $date', opensName, ends]
]

// A day and not an instant: the first and the last are days of the absence.
const awayFrom = (since: number, until: number): Dated => ({
  what: 'an absence from the cell',
  who: member,
  set: `update membership set absent_from = today + ${since}, absent_until = today + ${until}
    from (select (wall_clock() at time zone 'Europe/Paris')::date) as one (today) where person_id = '${member.personId}'`,
  asked: `exists (select from membership where is_away(absent_from, absent_until))`,
  told: [since <= 0 && until >= 0]
})
const absences = [awayFrom(1, 2), awayFrom(0, 1), awayFrom(-1, 0), awayFrom(-2, -1)]
const dates: Dated[] = rows.map(([what, who, set, asked, told]) => ({ what, who, set, asked, told }))

describe.each(dates)('$what', (date) => {
  it.each(Object.entries(instants).map(([when, past], index) => [when, past, date.told[index]!] as const))(
    '%s',
    async (_when, past, expected) => expect(await holds(date, past)).toBe(expected)
  )
})

it('an absence from the cell lasts through its first and its last day', async () => {
  for (const one of absences) expect(await holds(one, '0')).toBe(one.told[0])
})

// Each made in this database, and taken back with the question.
it.each(dateMistakes)('it would be seen that $why', async ({ sql }) => {
  const misread = []
  for (const date of dates)
    for (const [index, past] of Object.values(instants).entries())
      if ((await holds(date, past, sql)) !== date.told[index]) misread.push(date.what)
  for (const one of absences) if ((await holds(one, '0', sql)) !== one.told[0]) misread.push(one.what)
  expect(misread).not.toEqual([])
})
