import { afterAll, describe, expect, it } from 'vitest'
import { undoMove } from '../../../server/configuration/moves.ts'
import { readMove } from '../../../server/configuration/read.ts'
import { turnMove } from '../../../server/configuration/migration-job.ts'
import { inContext } from '../../../server/db/context.ts'
import { openMoving, seeded } from '../../support/moving.ts'
import { refusal } from '../../support/refusals.ts'
import { noon } from '../../support/world.ts'

const { world, ids, by, tell, rows, versions, onlyFirst, finish, move } = await openMoving()
afterAll(() => world.close())

describe('a move that is cut off, or undone', () => {
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
