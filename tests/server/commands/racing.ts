import { afterAll } from 'vitest'
import { openDatabase } from '../../../server/db/client.ts'
import { createLog } from '../../../server/log.ts'
import { acting } from '../../support/acting.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

/** The demonstration's people, with as many connections as there are racers. */
export const openRaces = async () => {
  const racers = 16

  const world = await forFile(openWorld())
  const tell = acting(world)
  const wide = openDatabase({
    url: world.db.url,
    keys: world.db.keys,
    log: createLog('silent'),
    size: racers
  })
  afterAll(() => wide.close())
  // As many connections as there are racers, opened before any of them starts.
  await Promise.all(
    (await Promise.all(Array.from({ length: racers }, () => wide.app.connect()))).map((client) =>
      client.release()
    )
  )

  const gate = () => ({ ...world.gate, pool: wide.app })
  const rowsOf = async <T>(query: string, values: unknown[] = []) =>
    (await world.db.owner.query(query, values)).rows as T[]
  const racing = <T>(work: (index: number) => Promise<T>, many = racers) =>
    Promise.all(Array.from({ length: many }, (_, index) => work(index)))
  return { racers, world, tell, gate, rowsOf, racing }
}
