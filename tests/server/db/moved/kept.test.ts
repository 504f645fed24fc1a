import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, it } from 'vitest'
import { openCell } from '../../../support/meetings.ts'
import { forFile } from '../../../support/for-file.ts'
import { adding } from '../walls/asked.ts'

// What a trigger of PostgreSQL keeps or brings about, whoever asks, even above every policy. Each is taken back.

const { world, session, tell } = await forFile(openCell())
const { caseId, id: meetingId } = await session()
const presumed = await tell.presumed()
const at = new Date().toISOString()
const [asso, cell, police] = ['asso.rhone', 'cellule.69', 'police.69'].map((login) => world.as(login)) as [
  ...[Who, Who, Who]
]
type Who = ReturnType<typeof world.as>
const prefecture = world.as('prefecture.69')
const miprof = world.as('miprof')

const above = await forFile(
  (async () => {
    const client = new pg.Client({ connectionString: world.db.superuserUrl })
    await client.connect()
    return { client, close: () => client.end() }
  })()
)
/** What the last of these statements shows, or why one of them is refused. */
const after = async (...statements: string[]): Promise<unknown> => {
  await above.client.query('begin')
  try {
    let last: unknown[] = []
    for (const one of statements) last = (await above.client.query(one)).rows
    return last
  } catch (error) {
    return (error as Error).message
  } finally {
    await above.client.query('rollback')
  }
}

const release = {
  ...{ quarter: '2026-Q1', kind: 'provisional', version: 1, as_of: at, asked_at: at, state: 'failed' },
  asked_by: miprof.personId
}
const asked = adding('release', release)
const reported = `insert into release_report select number, '{}' from release`
const apart = ['release_report', 'release_table', 'release'].map(
  (table) => `alter table ${table} disable trigger ${table}_not_emptied`
)
const [reportEmptied, tableEmptied, releaseEmptied] = apart as [string, string, string]

const followed = adding('meeting_followup', {
  ...{ id: randomUUID(), meeting_id: meetingId, cell_org_id: cell.orgId, case_id: caseId, case_code: 'X' },
  ...{ subject: 'other', outcome: 'settled', noted_at: at }
})
const protocol = randomUUID()
const drafted = adding('local_protocol', {
  ...{ id: protocol, name: '69-2027-01', place: '69', territory: '69', state: 'draft', body: {} },
  ...{ effective_on: '2027-01-01', created_by: cell.personId, org_id: cell.orgId },
  ...{ writers: [cell.personId], created_at: at, revision: 2 }
})
const signedBy = ({ personId, orgId }: Who, revision: number) =>
  adding('local_protocol_signature', {
    ...{ protocol_id: protocol, side: 'prefecture', person_id: personId, org_id: orgId, revision, at }
  })
const [team, closedTeam] = [randomUUID(), randomUUID()]
const founded = adding('team', { id: team, org_id: asso.orgId, name: 'Nord', created_at: at })
const closed = adding('team', {
  ...{ id: closedTeam, org_id: asso.orgId, name: 'Sud', created_at: at, closed_at: at }
})
const joins = (of: string) =>
  adding('team_member', {
    ...{
      id: randomUUID(),
      team_id: of,
      org_id: asso.orgId,
      person_id: asso.personId,
      leads: false,
      since: at
    }
  })
const membership = ({ personId, orgId }: Who, role: string) =>
  `insert into membership (person_id, org_id, role) values ('${personId}', '${orgId}', '${role}')`
const settled = 'what was settled is not rewritten'

const kept: [what: string, refusal: string, ...statements: string[]][] = [
  [
    'a meeting that is over',
    settled,
    `update meeting set state = 'closed', closed_at = now() where id = '${meetingId}'`,
    `update meeting set place = 'Elsewhere' where id = '${meetingId}'`
  ],
  ['what came of a follow-up', settled, followed, `update meeting_followup set outcome = 'reminded'`],
  [
    'a report of a release, as it was written',
    settled,
    asked,
    reported,
    `update release_report set report = '[]'`
  ],
  ['a report of a release, where it is', settled, asked, reported, 'delete from release_report'],
  ['a release, where it is', settled, asked, `delete from release`],
  ['all releases', settled, reportEmptied, tableEmptied, 'truncate release cascade'],
  ['all reports of releases', settled, 'truncate release_report'],
  ['all tables of releases', settled, 'truncate release_table'],
  ['all that was decided of noise', settled, 'truncate stat.noise'],
  [
    'a signature, for what was written as it was written',
    'another person signs what was written, as it was written',
    drafted,
    signedBy(prefecture, 1)
  ],
  [
    'a signature, for another than who wrote',
    'another person signs what was written, as it was written',
    drafted,
    signedBy({ ...prefecture, personId: cell.personId }, 2)
  ],
  [
    'an access, for the kind of its house',
    'this role is not of this kind of organisation',
    membership({ ...police, personId: prefecture.personId }, 'prefecture')
  ],
  ['a team, for those that are open', 'a closed team follows nothing', closed, joins(closedTeam)]
]

it.each(kept)('keeps %s', async (_what, refusal, ...statements) => {
  expect(await after(...statements)).toBe(refusal)
})

it('and lets be written what is as it should', async () => {
  expect(await after(`update meeting set place = 'Elsewhere' where id = '${meetingId}'`)).toEqual([])
  expect(await after(asked, reported)).toEqual([])
  expect(await after(drafted, signedBy(prefecture, 2))).toEqual([])
  expect(await after(membership({ ...police, personId: prefecture.personId }, 'police'))).toEqual([])
  expect(await after(founded, joins(team))).toEqual([])
  expect(await after(releaseEmptied, reportEmptied, tableEmptied, 'truncate release cascade')).toEqual([])
})

it('a house works in teams from its first one on', async () => {
  const byTeam = `select by_team from organisation where id = '${asso.orgId}'`
  expect(await after(byTeam)).toEqual([{ by_team: false }])
  expect(await after(founded, byTeam)).toEqual([{ by_team: true }])
})

it('a part that begins again has its line written anew', async () => {
  const part = `where case_id = '${presumed}' and org_id = '${asso.orgId}'`
  expect(
    await after(
      `update participation set until = now(), line_tables = 'before' ${part}`,
      `update participation set until = null ${part}`,
      `select line_tables from participation ${part}`
    )
  ).toEqual([{ line_tables: null }])
})

it('a case is counted again where it, a referral or a clock of it has moved', async () => {
  const waits = `select payload ->> 'caseId' as id from outbox where kind = 'count'`
  const none = `delete from outbox`
  const sent = adding('referral', {
    ...{
      id: randomUUID(),
      case_id: presumed,
      kind: 'exit_programme',
      state: 'sent',
      version: 1,
      preview: {}
    },
    ...{ sender_org_id: cell.orgId, recipient_org_id: asso.orgId, sent_at: at, moved_at: at, told_at: at },
    answer_by: '2099-01-01'
  })
  expect(await after(none, waits)).toEqual([])
  for (const moved of [
    `update "case" set version = version + 1 where id = '${presumed}'`,
    `update deadline set state = 'stopped' where case_id = '${presumed}' and state = 'running'`,
    sent
  ])
    expect([moved, await after(none, moved, waits)]).toEqual([moved, [{ id: presumed }]])
})

it('what a clock was is kept where an act moves it, and that an act began it', async () => {
  const act = `select set_config('app.act', '77', true)`
  const trace = `select was ->> 'state' as was from deadline_trace where seq = 77`
  const one = `(select id from deadline where case_id = '${presumed}' and state = 'running' limit 1)`
  const stops = `update deadline set state = 'stopped' where id = ${one}`
  const begins = `insert into deadline select (jsonb_populate_record(d, '{"id":"${randomUUID()}"}')).* from deadline d where d.id = ${one}`
  expect(await after(stops, trace)).toEqual([])
  expect(await after(act, stops, trace)).toEqual([{ was: 'running' }])
  expect(await after(act, begins, trace)).toEqual([{ was: null }])
})

it('whoever holds rights or a session open hears that they changed', async () => {
  const session = `insert into session (id_hash, person_id, created_at, seen_at, absolute_until, acr, amr)
    values ('a', '${asso.personId}', now(), now(), now() + interval '1 hour', 'eidas1', '{}')`
  const heard: [string, string | undefined][] = []
  above.client.on('notification', ({ channel, payload }) => heard.push([channel, payload]))
  await above.client.query('listen mnio_rights; listen mnio_sessions')
  const of = `where person_id = '${asso.personId}'`
  for (const [statement, told] of [
    [`update membership set until = now() ${of}`, ['mnio_rights', asso.orgId]],
    [
      `update organisation set status = 'suspended' where id = '${police.orgId}'`,
      ['mnio_rights', police.orgId]
    ],
    [
      `${session}; update session set revoked_at = now(), ended_from = 'access' ${of}`,
      ['mnio_sessions', asso.personId]
    ]
  ] as const) {
    heard.length = 0
    await above.client.query(statement)
    await above.client.query('select 1')
    expect([statement, heard]).toEqual([statement, expect.arrayContaining([told])])
  }
})
