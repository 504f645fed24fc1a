import { startMove } from '../../server/configuration/moves.ts'
import { previewMove } from '../../server/configuration/preview.ts'
import { previewMark } from '../../server/configuration/previewed.ts'
import { createDraft, publish, readVersion, saveDraft } from '../../server/configuration/versions.ts'
import { turnMove } from '../../server/configuration/migration-job.ts'
import { inContext } from '../../server/db/context.ts'
import { acting } from './acting.ts'
import { noon, openWorld, type TestWorld } from './world.ts'

/** How many cases run under the first version. */
export const seeded = 200

/** A version with another time for the grounds and another quorum, published and in force. */
const publishing = (world: TestWorld) => async (version: string, workingDays: number) => {
  const by = (login: string) => ({ actor: world.as(login), key: null })
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
const copies = async (world: TestWorld, id: string, n: number): Promise<string[]> => {
  const { rows } = await world.db.owner.query<{ id: string }>(
    `with fresh as materialized (select gen_random_uuid() as new_id, k from generate_series(1, $2::int) k),
      c as (insert into "case" select (jsonb_populate_record(o, jsonb_build_object('id', new_id, 'code', upper(left(replace(new_id::text, '-', ''), 8))))).* from "case" o, fresh where o.id = $1 returning id),
      e as (insert into case_event select (jsonb_populate_record(o, jsonb_build_object('case_id', new_id))).* from case_event o, fresh where o.case_id = $1),
      p as (insert into participation (case_id, org_id, capacity, since, until, basis, scope, waits_for, urgency, due_at, moved_at)
        select new_id, org_id, capacity, since, until, basis, scope, waits_for, urgency, due_at, moved_at from participation, fresh where case_id = $1),
      d as (insert into deadline select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'case_id', new_id))).* from deadline o, fresh where o.case_id = $1)
    select id from c`,
    [id, n]
  )
  return rows.map((row) => row.id)
}

const seed = async (world: TestWorld): Promise<string[]> => {
  const tell = acting(world)
  const deciding = await tell.flagged()
  await tell.act('cellule.69', deciding, 'triage.start')
  const flagged = await tell.flagged()
  const others = [
    ...(await copies(world, deciding, 19)),
    flagged,
    ...(await copies(world, flagged, seeded - 21))
  ]
  const published = publishing(world)
  await published('2026-11', 9)
  await published('2026-11-b', 2)
  return [deciding, ...others]
}

/** Two hundred running cases, twenty of which a cell decides, and two later versions to move them to. */
export const openMoving = async () => {
  const world = await openWorld()
  const ids = await seed(world)
  const by = (login: string) => ({ actor: world.as(login), key: null })
  const rows = async (query: string, values: unknown[] = []) =>
    (await world.db.owner.query(query, values)).rows
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
  return {
    world,
    ids,
    by,
    tell: acting(world),
    rows,
    clocks,
    versions,
    lists,
    onlyFirst,
    finish,
    preview,
    move
  }
}
