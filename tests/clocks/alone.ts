import { fireDue } from '../../server/firing/fire.ts'
import { freshDatabase, type TestDatabase, type Urls } from '../support/running/db.ts'
import { workOff } from '../support/running/queue.ts'
import { peopled } from '../support/world.ts'
import { leftOf } from './left.ts'
import { midnight, toldTo, type Story } from './stories.ts'

export const openTold = async (urls?: Urls) => {
  const world = await peopled(await freshDatabase(urls))
  return { world, cases: await toldTo(world) }
}

/** Midnight: from now on the database holds it to be as long after it as has passed since. */
export const strike = ({ owner }: TestDatabase) =>
  owner.query(
    `create or replace function wall_clock() returns timestamptz language sql stable parallel safe
       as $$ select now() + interval '${(midnight.getTime() - Date.now()) / 1000} seconds' $$`
  )

/** What is left of each case when one worker fires it and nothing disturbs it. */
export const alone = async (urls?: Urls): Promise<Map<Story, string[]>> => {
  const { world, cases } = await openTold(urls)
  try {
    await strike(world.db)
    const { db } = world
    const gate = { pool: db.app, keys: db.keys }
    await fireDue(gate, (error) => {
      throw error
    })
    await workOff(db, gate)
    const left = await leftOf(world.db.owner, [...cases.values()])
    return new Map([...cases].map(([story, id]) => [story, left.get(id)!]))
  } finally {
    await world.close()
  }
}
