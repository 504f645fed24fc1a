import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMove, undoMove } from '../../server/configuration/moves.ts'
import { previewMove } from '../../server/configuration/preview.ts'
import { previewMark } from '../../server/configuration/previewed.ts'
import { readMove } from '../../server/configuration/read.ts'
import { createDraft, publish, readVersion, saveDraft } from '../../server/configuration/versions.ts'
import { turnMove } from '../../server/configuration/work.ts'
import { inContext } from '../../server/db/context.ts'
import { acting } from '../support/acting.ts'
import { replay } from '../support/replay.ts'
import { refusal } from '../support/refusals.ts'
import { noon, openWorld, type TestWorld } from '../support/world.ts'
import { situationOf } from '../../server/cases/store.ts'

let world: TestWorld
let tell: ReturnType<typeof acting>
const ids: string[] = []
const seeded = 200

const by = (login: string) => ({ actor: world.as(login), key: null })

/** A version with another time for the grounds and another quorum, published and in force. */
const published = async (version: string, workingDays: number) => {
  await createDraft(world.gate, by('admin'), {
    from: '2026-09',
    version,
    effectiveOn: '2026-11-24',
    note: ''
  })
  const { body } = await inContext(world.db.app, world.as('admin'), (tx) => readVersion(tx, version))
  const durations = { ...body.durations, 'MNIO-RG': { n: workingDays, unit: 'workingDays' as const } }
  await saveDraft(
    world.gate,
    by('admin'),
    { ...body, durations, quorum: { ...body.quorum, members: 4, mustInclude: [] } },
    1
  )
  await publish(world.gate, by('admin.bis'), version, 2)
}

/** The same life again and again, under other codes: two hundred flags through the gate would be the whole test. */
const copies = async (id: string, n: number): Promise<string[]> => {
  const { rows } = await world.db.owner.query<{ id: string }>(
    `with fresh as materialized (select gen_random_uuid() as new_id, k from generate_series(1, $2::int) k),
      c as (insert into "case" select (jsonb_populate_record(o, jsonb_build_object('id', new_id, 'code', upper(left(replace(new_id::text, '-', ''), 8))))).* from "case" o, fresh where o.id = $1 returning id),
      e as (insert into case_event select (jsonb_populate_record(o, jsonb_build_object('case_id', new_id))).* from case_event o, fresh where o.case_id = $1),
      p as (insert into participation (case_id, org_id, capacity, classes, since, until, basis, scope, waits_for, urgency, due_at, moved_at)
        select new_id, org_id, capacity, classes, since, until, basis, scope, waits_for, urgency, due_at, moved_at from participation, fresh where case_id = $1),
      d as (insert into deadline select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'case_id', new_id))).* from deadline o, fresh where o.case_id = $1)
    select id from c`,
    [id, n]
  )
  return rows.map((row) => row.id)
}

beforeAll(async () => {
  world = await openWorld()
  tell = acting(world)
  const deciding = await tell.flagged()
  await tell.act('cellule.69', deciding, 'triage.start')
  const flagged = await tell.flagged()
  ids.push(deciding, ...(await copies(deciding, 19)), flagged, ...(await copies(flagged, seeded - 21)))
  await published('2026-11', 9)
  await published('2026-11-b', 2)
}, 120_000)
afterAll(() => world.close())

const rows = async (query: string, values: unknown[] = []) => (await world.db.owner.query(query, values)).rows
const clocks = () => rows('select * from deadline order by id')
const versions = async () =>
  Object.fromEntries(
    (await rows('select config_version as version, count(*)::int as n from "case" group by 1')).map(
      ({ version, n }) => [version, n]
    )
  )
const lists = () =>
  rows(
    'select case_id, org_id, capacity, waits_for, urgency, due_at, moved_at from participation order by case_id, org_id, capacity'
  )
/** Only these cases stay under the first version: the others are held by another. */
const onlyFirst = (some: readonly string[]) =>
  world.db.owner.query(
    `update "case" set config_version = case when id = any($1::uuid[]) then '2026-09' else '2026-11-b' end`,
    [some]
  )
const finish = async (id: string) => {
  while (await turnMove(world.gate, id)) continue
  return (await rows('select * from config_move where id = $1', [id]))[0]
}
const preview = (from: string, to: string, cursor?: string) =>
  inContext(world.db.app, world.as('admin'), (tx) =>
    previewMove(tx, { from, to, cursor }, { actor: world.as('admin'), locale: 'fr', now: noon })
  )

/** Moves after reading the preview, as the page does; each test says what differs. */
const move = (
  login: string,
  from: string,
  to: string,
  read: { by?: string; at?: Date; to?: string } = {}
) => {
  const { personId } = world.as(read.by ?? login)
  const mark = previewMark(world.gate.keys, { personId, from, to: read.to ?? to }, read.at ?? noon)
  return startMove(world.gate, by(login), { from, to, mark })
}

describe('moving running cases', () => {
  it('is refused to who has not read the preview of this move within the hour', async () => {
    const tooLongAgo = new Date(noon.getTime() - 61 * 60_000)
    for (const read of [{ by: 'dpo' }, { to: '2026-12' }, { at: tooLongAgo }])
      expect(await refusal(move('admin', '2026-09', '2026-11', read))).toBe('RuleRefused')
    for (const mark of ['', 'x', `${noon.getTime() + 1000}.`])
      expect(
        await refusal(startMove(world.gate, by('admin'), { from: '2026-09', to: '2026-11', mark }))
      ).toBe('RuleRefused')
  })

  it('is refused to a version that is not in force, to itself, and while another move goes on', async () => {
    await createDraft(world.gate, by('admin'), {
      from: '2026-09',
      version: '2027-01',
      effectiveOn: '2027-01-01',
      note: ''
    })
    for (const to of ['2027-01', '2026-09'])
      expect(await refusal(move('admin', '2026-09', to))).toBe('RuleRefused')
    expect(await refusal(move('cellule.69', '2026-09', '2026-11'))).toBe('NotFound')
  })

  it('shows first what changes for each, codes and clocks and nothing more, and writes nothing', async () => {
    const before = await clocks()
    const first = await preview('2026-09', '2026-11')
    expect(first.counts).toMatchObject({ cases: seeded, changed: seeded, deciding: 20, over: 0, kept: 0 })
    expect(first.counts!.clocks).toEqual([
      {
        code: 'MNIO-RG',
        label: 'Motifs raisonnables',
        cases: seeded,
        earlier: 0,
        later: seeded,
        over: 0,
        kept: 0
      }
    ])
    expect(first.changes).toEqual([
      'Motifs raisonnables : 5 jours ouvrés → 9 jours ouvrés',
      'Quorum, membres : 3 → 4',
      'Quorum, doit comprendre : associations → personne'
    ])
    expect(Object.keys(first.items[0]!).sort()).toEqual(['clocks', 'code', 'quorum', 'territory'])
    expect(JSON.stringify(first)).not.toContain('CANARI')
    const codes = new Set<string>()
    const quorums = new Set<string>()
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Awaited<ReturnType<typeof preview>> = await preview('2026-09', '2026-11', cursor)
      for (const { code, quorum } of page.items) {
        codes.add(code)
        for (const one of quorum) quorums.add(one)
      }
      cursor = page.next
    }
    expect(codes.size).toBe(seeded)
    // In a meeting four members are asked whatever the version of a case: that does not move with it. The first page may
    // hold none for which the cell has to decide: chance draws their codes.
    expect(quorums).toEqual(new Set(['Quorum, doit comprendre : associations → personne']))
    expect(await clocks()).toEqual(before)
  })

  it('moves them all while people act on them, each written in its own log, and undoing restores every clock', async () => {
    const [was, listed] = [await clocks(), await lists()]
    const { id } = await move('admin', '2026-09', '2026-11')
    expect(await refusal(move('admin', '2026-11', '2026-09'))).toBe('RuleRefused')
    const actOnAll = async (some: readonly string[]) => {
      for (const one of some) await tell.act('asso.rhone', one, 'facts.complete', { children: 2 })
    }
    const [moved] = await Promise.all([
      finish(id),
      actOnAll(ids.slice(180, 190)),
      actOnAll(ids.slice(190).toReversed())
    ])
    expect(moved).toMatchObject({ state: 'moved', total: seeded, moved: seeded, failed: 0 })
    expect(await versions()).toEqual({ '2026-11': seeded })
    const grounds = await rows(
      `select distinct config_version, due_on::text from deadline where code = 'MNIO-RG' and state = 'running'`
    )
    expect(grounds).toEqual([{ config_version: '2026-11', due_on: '2026-12-07' }])
    const log = await rows(
      `select seq, command, input, person_id as "personId", org_id as "orgId", role, 'association' as "orgType" from case_event where case_id = $1 order by seq`,
      [ids[30]]
    )
    expect(log.at(-1)).toMatchObject({
      command: 'configuration.move',
      input: { from: '2026-09', to: '2026-11' },
      role: 'admin',
      personId: world.as('admin').personId
    })
    const row = (await rows('select * from "case" where id = $1', [ids[30]]))[0]
    expect(replay(log)).toEqual(situationOf(row))
    expect(row.version).toBe(2)

    const undone = await undoMove(world.gate, by('admin.bis'), id).then(() => finish(id))
    expect(undone).toMatchObject({ state: 'undone', restored: seeded, left: 0 })
    expect(await clocks()).toEqual(was)
    expect(await versions()).toEqual({ '2026-09': seeded })
    const quiet = (all: Record<string, unknown>[]) =>
      all.filter(({ case_id }) => !ids.slice(180).includes(String(case_id)))
    expect(quiet(await lists())).toEqual(quiet(listed))
    expect(await refusal(undoMove(world.gate, by('admin'), id))).toBe('RuleRefused')
  }, 240_000)

  it('goes on where it was after it was cut off, and leaves to another version what it moved since', async () => {
    await onlyFirst(ids.slice(0, 60))
    const { id } = await move('admin', '2026-09', '2026-11')
    expect(await turnMove(world.gate, id, 20)).toBe(true)
    expect((await rows('select moved from config_move where id = $1', [id]))[0].moved).toBeGreaterThanOrEqual(
      20
    )
    expect((await versions())['2026-09']).toBeGreaterThan(0)
    await finish(id)
    expect(await versions()).toEqual({ '2026-11': 60, '2026-11-b': seeded - 60 })
    await world.db.owner.query(`update "case" set config_version = '2026-11-b' where id = any($1::uuid[])`, [
      ids.slice(0, 5)
    ])
    await undoMove(world.gate, by('admin'), id)
    expect(await finish(id)).toMatchObject({ state: 'undone', restored: 55, left: 5 })
    expect(await versions()).toEqual({ '2026-09': 55, '2026-11-b': seeded - 55 })
  }, 240_000)

  it('puts a stopped clock back to nothing: what an act ended stays ended', async () => {
    const id = ids[10]!
    await onlyFirst([id])
    const { id: moving } = await move('admin', '2026-09', '2026-11')
    await finish(moving)
    await tell.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    await tell.act('cellule.69', id, 'grounds.positive')
    await undoMove(world.gate, by('admin'), moving)
    await finish(moving)
    const [clock] = await rows(`select state from deadline where case_id = $1 and code = 'MNIO-RG'`, [id])
    expect(clock.state).toBe('stopped')
  }, 240_000)

  it('is undone to the last case when the undoing is asked while it runs', async () => {
    await onlyFirst(ids.slice(0, 60))
    const { id } = await move('admin', '2026-09', '2026-11')
    const moved = async (): Promise<number> =>
      (await rows('select moved from config_move where id = $1', [id]))[0].moved
    const undoOnTheWay = async () => {
      while ((await moved()) < 5) continue
      await undoMove(world.gate, by('admin'), id)
    }
    const [done] = await Promise.all([finish(id), undoOnTheWay()])
    expect(done.moved).toBeLessThan(60)
    expect(done).toMatchObject({ state: 'undone', restored: done.moved, left: 0 })
    expect(await versions()).toEqual({ '2026-09': 60, '2026-11-b': seeded - 60 })
  }, 240_000)

  it('counts what could not be put back, and takes up those alone when asked again', async () => {
    await onlyFirst(ids.slice(0, 5))
    const { id } = await move('admin', '2026-09', '2026-11')
    await finish(id)
    await world.db.owner.query(
      `create function no_way() returns trigger language plpgsql as $$ begin raise exception 'no way'; end $$;
       create trigger no_way before update on "case" for each row when (old.id = '${ids[2]}') execute function no_way()`
    )
    const read = () =>
      inContext(world.db.app, world.as('admin'), (tx) =>
        readMove(tx, id, { actor: world.as('admin'), locale: 'fr', now: noon })
      )
    try {
      await undoMove(world.gate, by('admin'), id)
      await finish(id)
      expect(await read()).toMatchObject({ state: 'undone', restored: 4, stuck: 1 })
      expect(await versions()).toMatchObject({ '2026-09': 4, '2026-11': 1 })
    } finally {
      await world.db.owner.query(`drop trigger no_way on "case"; drop function no_way()`)
    }
    await undoMove(world.gate, by('admin'), id)
    await finish(id)
    expect(await read()).toMatchObject({ state: 'undone', restored: 5, stuck: 0 })
    expect(await versions()).toMatchObject({ '2026-09': 5 })
    expect(await refusal(undoMove(world.gate, by('admin'), id))).toBe('RuleRefused')
  }, 240_000)
})
