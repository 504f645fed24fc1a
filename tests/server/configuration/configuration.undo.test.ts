import { afterAll, describe, expect, it, vi } from 'vitest'
import { undoMove } from '../../../server/configuration/moves.ts'
import { readMove } from '../../../server/configuration/read.ts'
import { turnMove } from '../../../server/configuration/migration-job.ts'
import { createDraft, publish, readVersion, saveDraft } from '../../../server/configuration/versions.ts'
import { inContext } from '../../../server/db/context.ts'
import { openMoving, seeded } from '../../support/moving.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { why } from '../../support/refusals.ts'
import { noon } from '../../support/world.ts'

const { world, ids, by, tell, rows, versions, onlyFirst, finish, move } = await openMoving()
afterAll(() => world.close())

const underWay = 'Un passage de dossiers est déjà en cours : attendez qu’il soit fini.'
const undone = 'Ce passage est déjà défait, ou en train de l’être.'

const waiting = `select from pg_locks join pg_stat_activity a using (pid)
  where locktype = 'advisory' and not granted and a.datname = current_database()`

/** What becomes of acts that had all begun before the first of them could look whether a move is under way. */
const atOnce = async (acts: readonly (() => Promise<unknown>)[]) => {
  const holder = await world.db.owner.connect()
  try {
    await holder.query(`begin; select pg_advisory_xact_lock(hashtextextended('config_move', 0))`)
    const ends = acts.map((act) => why(act()))
    const allWait = async () => (await rows(waiting)).length === acts.length
    await vi.waitUntil(allWait, { timeout: 10_000, interval: 100 }).catch(() => null)
    expect(await rows(waiting)).toHaveLength(acts.length)
    await holder.query('commit')
    return await Promise.all(ends)
  } finally {
    await holder.query('rollback')
    holder.release()
  }
}

describe('one move at a time', () => {
  it('is started where two are asked for in the same instant', async () => {
    await onlyFirst([])
    const starts = ['2026-11', '2026-11-b'].map((to) => () => move('admin', '2026-09', to))
    expect((await atOnce(starts)).toSorted()).toEqual([underWay, null].toSorted())
    const [{ id }, ...more] = await rows('select id from config_move')
    expect(more).toEqual([])
    await finish(id)
  })

  it('is undone where it is the one under way, and not beside another', async () => {
    await onlyFirst(ids.slice(0, 2))
    const first = await move('admin', '2026-09', '2026-11')
    await finish(first.id)
    const second = await move('admin', '2026-11', '2026-09')
    expect(await why(undoMove(world.gate, by('admin'), first.id))).toBe(underWay)
    expect(await why(undoMove(world.gate, by('admin'), second.id))).toBeNull()
    expect(await why(undoMove(world.gate, by('admin'), second.id))).toBe(undone)
    expect(await why(undoMove(world.gate, by('admin'), first.id))).toBe(underWay)
    await finish(second.id)
    expect(await why(undoMove(world.gate, by('admin'), first.id))).toBeNull()
    expect(await finish(first.id)).toMatchObject({ state: 'undone', restored: 2 })
  })
})

describe('a move that is cut off, or undone', () => {
  it('goes on where it was after it was cut off, and leaves to another version what it moved since', async () => {
    await onlyFirst(ids.slice(0, 60))
    const { id } = await move('admin', '2026-09', '2026-11')
    // Whoever asked works for another house as well, and for longer: the log names the one that administers.
    const { personId, orgId } = world.as('admin')
    await world.db.owner.query(
      `insert into membership (person_id, org_id, role, since) values ($1, $2, 'dpo', '2020-01-01')`,
      [personId, world.as('dpo').orgId]
    )
    await world.db.owner.query(
      `with gone as (delete from membership where person_id = $1 and org_id = $2 returning *)
       insert into membership select * from gone`,
      [personId, orgId]
    )
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
    const read = () =>
      inContext(world.db.app, world.as('admin'), (tx) =>
        readMove(tx, id, { actor: world.as('admin'), locale: 'fr', now: noon })
      )
    expect(await read()).toMatchObject({ undoneBy: null, undoneAt: null })
    await undoMove(world.gate, by('admin.bis'), id)
    expect(await finish(id)).toMatchObject({ state: 'undone', restored: 55, left: 5 })
    expect(await read()).toMatchObject({
      undoneBy: world.as('admin.bis').name,
      undoneAt: expect.stringMatching(/^2026-/) as unknown
    })
    expect(await versions()).toEqual({ '2026-09': 55, '2026-11-b': seeded - 55 })
    // The log of each says who moved it, and who put it back.
    const log = await rows(
      `select person_id as by, org_id as of from case_event where case_id = $1 and command = 'configuration.move' order by seq desc limit 2`,
      [ids[20]]
    )
    expect(log).toEqual(
      (['admin.bis', 'admin'] as const).map((login) => ({
        by: world.as(login).personId,
        of: world.as(login).orgId
      }))
    )
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
      expect(await read()).toMatchObject({ state: 'undone', restored: 4, stuck: 1, failed: 0 })
      expect(await versions()).toMatchObject({ '2026-09': 4, '2026-11': 1 })
    } finally {
      await world.db.owner.query(`drop trigger no_way on "case"; drop function no_way()`)
    }
    await undoMove(world.gate, by('admin'), id)
    await finish(id)
    expect(await read()).toMatchObject({ state: 'undone', restored: 5, stuck: 0 })
    expect(await versions()).toMatchObject({ '2026-09': 5 })
    expect(await why(undoMove(world.gate, by('admin'), id))).toBe(undone)
  }, 240_000)

  it('gives whoever has moved meanwhile the hour of where she is now, and whoever met her that of there', async () => {
    const id = ids[40]!
    await onlyFirst([id])
    const clock = async (): Promise<{ due: Date; met: Date }> =>
      (
        await rows(
          `select due_at as due, met_due_at as met from deadline where case_id = $1 and code = 'MNIO-RG'`,
          [id]
        )
      )[0]
    const before = await clock()
    const { id: moving } = await move('admin', '2026-09', '2026-11')
    await finish(moving)
    const lives = (territory: string) =>
      world.db.owner.query('update "case" set territory = $2 where id = $1', [id, territory])
    await lives('974')
    await undoMove(world.gate, by('admin'), moving)
    await finish(moving)
    const after = await clock()
    await lives('69')
    expect(after.met).toEqual(before.met)
    // On La Réunion the same day is over three hours earlier.
    expect(before.due.getTime() - after.due.getTime()).toBe(3 * 3_600_000)
  }, 240_000)

  it('keeps what waits for an answer in the order of its days, there and back', async () => {
    // Before the other version is there to be opened under.
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'PJ' })
    await createDraft(world.gate, by('admin'), {
      ...{ from: '2026-09', version: '2026-11-c', effectiveOn: '2026-11-24', note: '' }
    })
    const { body } = await inContext(world.db.app, world.as('admin'), (tx) => readVersion(tx, '2026-11-c'))
    const { n, unit } = body.durations['MNIO-PREF-ANSWER']
    const durations = { ...body.durations, 'MNIO-PREF-ANSWER': { n: n + 5, unit } }
    await saveDraft(world.gate, by('admin'), { ...body, durations }, 1)
    await publish(world.gate, by('admin.bis'), '2026-11-c', 2)
    await onlyFirst([id])
    const answerBy = async (): Promise<string> =>
      (await rows('select answer_by::text as by from referral where case_id = $1', [id]))[0].by
    const before = await answerBy()
    const { id: moving } = await move('admin', '2026-09', '2026-11-c')
    expect(await finish(moving)).toMatchObject({ moved: 1, failed: 0 })
    expect((await answerBy()) > before).toBe(true)
    await undoMove(world.gate, by('admin'), moving)
    await finish(moving)
    expect(await answerBy()).toBe(before)
  }, 240_000)

  it('gives a clock that has spoken under the other version the days that it has left under its own', async () => {
    const id = ids[20]!
    await onlyFirst([id])
    await world.db.owner.query('delete from deadline where case_id <> $1', [id])
    const clock = async () =>
      (
        await rows(
          `select state, due_on::text, steps, next_at, fired_at from deadline where case_id = $1 and code = 'MNIO-RG'`,
          [id]
        )
      )[0]
    const before = await clock()
    expect(before).toMatchObject({ state: 'running', due_on: '2026-12-01' })
    const { id: moving } = await move('admin', '2026-09', '2026-11-b')
    await finish(moving)
    world.at(new Date('2026-11-28T12:00:00Z'))
    await fireDue(world.gate)
    expect(await clock()).toMatchObject({ state: 'fired', due_on: '2026-11-26' })
    await undoMove(world.gate, by('admin'), moving)
    await finish(moving)
    expect(await clock()).toEqual({ ...before, next_at: expect.any(Date) })
    world.at(noon)
  }, 240_000)
})
