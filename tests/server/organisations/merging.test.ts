import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { meeting } from '../../support/meetings.ts'
import { insertOrganisation } from '../../support/world.ts'
import { openDirectory } from './directory.ts'
import { fates } from './fates.ts'

const site = await forFile(openDirectory())
const { ask, post, refused, owner, world } = site
const tell = acting(world)
const meet = meeting(world)

const columns = `select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    and a.atttypid = 'uuid'::regtype and (a.attname like '%org\\_id' or exists (select from pg_constraint f
      where f.contype = 'f' and f.confrelid = 'public.organisation'::regclass and f.conrelid = c.oid and a.attnum = any (f.conkey)))`

const leftIn = async (orgId: string): Promise<string[]> => {
  const left: string[] = []
  for (const [name, fate] of Object.entries(fates)) {
    const [table, column] = name.split('.')
    const open = name === 'participation.org_id' ? ' and until is null' : ''
    const text = `select from "${table}" where ${column} = $1${open}`
    if (fate === 'follows' && (await owner.query(text, [orgId])).rowCount) left.push(name)
  }
  return left
}
const heldBy = async (orgId: string): Promise<string[]> => {
  const held: string[] = []
  for (const name of Object.keys(fates)) {
    const [table, column] = name.split('.')
    if ((await owner.query(`select from "${table}" where ${column} = $1 limit 1`, [orgId])).rowCount)
      held.push(name)
  }
  return held
}
const mergeInto = async (from: string, into: string) => {
  await post('admin', `/organisations/${from}/proposals`, { kind: 'merge', into })
  const { proposals } = (await ask('admin', `/organisations/${from}`)).body
  const { id } = proposals.find(({ kind }: { kind: string }) => kind === 'merge')
  return post('admin.bis', `/proposals/${id}/confirm`)
}
const another = (key: string, type: 'association' | 'cell', territory: string) =>
  insertOrganisation(site.db, { key, name: `Qui reste ${key}`, type, territory })

it('every column that names an organisation says what becomes of it', async () => {
  const { rows } = await owner.query<{ name: string }>(columns)
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(fates).sort())
})

describe('two cells that are merged', () => {
  it('hold their meetings, what was voted there and what they look at again in one house', async () => {
    const from = world.as('cellule.69').orgId
    const into = await another('cell-bis', 'cell', '69')
    const caseId = await tell.flagged('asso.rhone')
    await tell.act('cellule.69', caseId, 'triage.start')
    const id = await meet.inSession(['membre.69', 'membre.69.police'])
    await meet.vote('membre.69', id, await meet.item(id, caseId))
    await owner.query(
      `insert into meeting_followup (id, meeting_id, cell_org_id, case_id, case_code, subject, outcome, noted_at)
       values ($1, $2, $3, $4, 'X', 'other', 'settled', now())`,
      [randomUUID(), id, from, caseId]
    )
    const closed = await meet.planned()
    await meet.act('cellule.69', closed, 'cancel')
    const before = await heldBy(from)
    for (const name of ['meeting.org_id', 'meeting_member.cell_org_id', 'meeting_vote.cell_org_id'])
      expect(before).toContain(name)
    const { body } = await ask('admin', `/organisations/${from}/merge/${into}`)
    expect(body.keepings.map(({ count }: { count: number }) => count)).toContain(2)
    await post('admin', `/organisations/${from}/proposals`, { kind: 'merge', into })
    const told = async () => {
      const { proposals } = (await ask('admin.bis', `/organisations/${from}`)).body
      return proposals.find(({ kind }: { kind: string }) => kind === 'merge')
    }
    // Whoever confirms reads what whoever proposed read.
    const proposal = await told()
    expect(proposal.says).toEqual(
      expect.arrayContaining(
        [...body.keepings, ...body.changes].map(({ label, count }) => ({ label, value: String(count) }))
      )
    )
    await post('admin', `/proposals/${proposal.id}/withdraw`)
    expect((await mergeInto(from, into)).status).toBe(200)
    expect(await leftIn(from)).toEqual([])
    expect(await heldBy(into)).toEqual(
      expect.arrayContaining(['meeting.org_id', 'meeting_vote.cell_org_id', 'meeting_followup.cell_org_id'])
    )
    // What is over is over, whoever keeps it.
    const again = `update meeting set place = 'x' where id = $1`
    await expect(owner.query(again, [closed])).rejects.toThrow(/not rewritten/)
  })
})

describe('two associations that are merged', () => {
  it('keep all in one: parts in cases, requests, handings, offers, lists; what waited for two is taken back', async () => {
    const [from, third] = [world.as('asso.rhone').orgId, world.as('asso.paris').orgId]
    const into = await another('asso-bis', 'association', '69')
    const caseId = await tell.flagged('asso.rhone')
    const { personId } = world.as('asso.rhone')
    const handing = `insert into case_handing (id, case_id, from_org_id, to_org_id, state, territory, agreed_on, language, means,
        interpreter, proposed_by, proposed_at, expires_at)
      values (gen_random_uuid(), $1, $2, $3, 'proposed', '69', '2026-11-20', 'fra', 'in_person', false, $4, now(), now() + interval '9 days')`
    await owner.query(handing, [caseId, from, into, personId])
    await owner.query(handing, [caseId, third, from, personId])
    await owner.query(`insert into saved_view (person_id, org_id, asked, at) values ($1, $2, '{}', now())`, [
      personId,
      from
    ])
    const soon = `now() + interval '1 day'`
    for (const org of [from, into])
      await owner.query(
        `insert into draft (person_id, org_id, kind, body, expires_at) values ($1, $2, 'flag', '\\x01', ${soon})`,
        [personId, org]
      )
    await owner.query(
      `insert into device_key (person_id, org_id, role, device, public_half, expires_at) values ($1, $2, 'asso', $1, 'x', ${soon})`,
      [personId, from]
    )
    await owner.query(
      `insert into service_offer (org_id, offers, said_on, said_by) values ($1, '{legal}', '2026-11-01', $2)`,
      [from, personId]
    )
    await post('admin', `/organisations/${from}/proposals`, {
      ...{ kind: 'regime', regime: 'victim_aid', since: '2026-01-01', decision: 'Décision' }
    })
    await owner.query('update membership set manager = true where org_id = $1 and person_id = $2', [
      from,
      personId
    ])
    const { body } = await ask('admin', `/organisations/${from}/merge/${into}`)
    expect(body.keepings.length).toBeGreaterThan(0)
    expect(body.changes).toContainEqual({
      label: expect.stringContaining('Responsables des accès'),
      count: 1
    })
    expect((await mergeInto(from, into)).status).toBe(200)
    // They work there now, and invite nobody until somebody there says so.
    const { rows: there } = await owner.query(
      'select manager from membership where org_id = $1 and person_id = $2 and until is null',
      [into, personId]
    )
    expect(there).toEqual([{ manager: false }])
    const { rows } = await owner.query(
      `select state, from_org_id as of, to_org_id as to from case_handing order by state`
    )
    expect(rows).toEqual([
      { state: 'proposed', of: third, to: into },
      { state: 'withdrawn', of: from, to: into }
    ])
    expect((await leftIn(from)).filter((name) => !name.startsWith('case_handing'))).toEqual([])
    expect(await heldBy(into)).toEqual(
      expect.arrayContaining([
        ...['participation.org_id', 'saved_view.org_id', 'service_offer.org_id'],
        ...['draft.org_id', 'device_key.org_id']
      ])
    )
    const waits = `select from organisation_proposal where state = 'waiting' and $1 in (org_id, into_org)`
    expect((await owner.query(waits, [from])).rowCount).toBe(0)
  })

  it('are not where both were asked the same of one case: nothing moves, and it is said', async () => {
    const [a, b] = [
      await another('asso-c', 'association', '75'),
      await another('asso-d', 'association', '75')
    ]
    const { rows: cases } = await owner.query(
      `select case_id, org_id from participation where until is null limit 1`
    )
    const view = async () => (await ask('admin', `/organisations/${a}`)).body.status
    const send = `insert into referral (id, case_id, kind, sender_org_id, recipient_org_id, state, sent_at, moved_at, told_at, answer_by, preview, version)
      values (gen_random_uuid(), $1, 'health', $2, $3, 'sent', now(), now(), now(), now(), '{}', 1)`
    for (const to of [a, b]) await owner.query(send, [cases[0].case_id, cases[0].org_id, to])
    const { status, body } = await mergeInto(a, b)
    expect([status, body.detail]).toMatchObject([
      409,
      expect.stringMatching(/^Les deux organisations ont une même orientation en cours/)
    ])
    expect(await view()).toBe('accredited')
  })
})

describe('two organisations', () => {
  const alike = 'Deux organisations se réunissent si elles sont du même genre, et celle qui reste accréditée.'
  const proposed = (from: string, into: string) =>
    refused('admin', `/organisations/${from}/proposals`, { kind: 'merge', into })

  it('are not merged where they are one, of two kinds, or the one that stays is not accredited', async () => {
    const from = await another('asso-e', 'association', '75')
    const into = await another('asso-f', 'association', '75')
    await owner.query(`update organisation set status = 'suspended' where id = $1`, [into])
    for (const other of [from, world.as('ofii').orgId, into])
      expect(await proposed(from, other)).toEqual([409, alike])
    await owner.query(`update organisation set status = 'accredited' where id = $1`, [into])
    expect((await proposed(from, into))[0]).toBe(200)
  })
})

describe('a house without teams that joins one that works in teams', () => {
  it('goes on reading what it followed, as a team of its name, and nothing else; its seats of another département end', async () => {
    const from = world.as('asso.paris').orgId
    const into = await another('asso-teams', 'association', '69')
    const [mine, theirs] = [await tell.flagged('asso.paris'), await tell.flagged('foyer.azur')]
    const team = randomUUID()
    const { personId } = world.as('soin.69')
    await owner.query(`insert into membership (person_id, org_id, role) values ($1, $2, 'asso')`, [
      personId,
      into
    ])
    await owner.query(`insert into team values ($1, $2, 'Déjà là', now())`, [team, into])
    await owner.query(
      `insert into team_member (id, team_id, org_id, person_id, leads, since) values (gen_random_uuid(), $1, $2, $3, true, now())`,
      [team, into, personId]
    )
    await owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at) values ($1, $2, 'referent', now(), 'referent.name', now())`,
      [theirs, into]
    )
    await owner.query(
      `insert into caseload (case_id, org_id, team_id, since, by_id, at) values ($1, $2, $3, now(), $4, now())`,
      [theirs, into, team, personId]
    )
    const { personId: who } = world.as('asso.paris')
    await owner.query(`insert into membership (person_id, org_id, role) values ($1, $2, 'cell_member')`, [
      who,
      from
    ])
    const { body } = await ask('admin', `/organisations/${from}/merge/${into}`)
    // Nor is it accredited to flag: whom it comes to accompany is said beside the seats and the team.
    expect(body.changes.map(({ count }: { count: number }) => count)).toEqual([1, 1, 1])
    const outside = `select come_as_team('${from}', '${into}')`
    const alone = inContext(site.db.app, world.as('admin'), (tx) => runQuery(tx, outside, []))
    await expect(alone).rejects.toThrow(/two persons/)
    const { name } = (await owner.query('select name from organisation where id = $1', [from])).rows[0]
    expect((await mergeInto(from, into)).status).toBe(200)
    const { rows } = await owner.query(
      `select t.name, m.person_id as who, m.leads from team t join team_member m on m.team_id = t.id where t.org_id = $1 and t.id <> $2`,
      [into, team]
    )
    expect(rows).toEqual([{ name, who, leads: false }])
    const actor = { ...world.as('asso.paris'), orgId: into }
    const seen = await inContext(site.db.app, actor, (tx) =>
      runQuery<{ id: string }>(tx, 'select id from "case"', [])
    )
    expect(seen.map(({ id }) => id)).toEqual([mine])
    expect(seen.map(({ id }) => id)).not.toContain(theirs)
  })
})
