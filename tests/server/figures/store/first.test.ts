import { expect, test } from 'vitest'
import { workOff } from '../../../support/running/queue.ts'
import { acting } from '../../../support/acting.ts'
import { forFile } from '../../../support/for-file.ts'
import { openWorld } from '../../../support/world.ts'

const world = await forFile(openWorld())
const tell = acting(world)
test('counts', async () => {
  const id = await tell.presumed()
  const waiting = await world.db.owner.query(`select kind, payload from outbox`)
  console.log(waiting.rows)
  await workOff(world.db, world.gate)
  const left = await world.db.owner.query(`select kind, last_error from outbox`)
  console.log(left.rows)
  const { rows } = await world.db.owner.query('select * from stat.person')
  console.log(rows)
  const c = await world.db.owner.query('select count(*), sum(n) from stat.cell')
  console.log(c.rows)
  expect(rows.length).toBe(1)
  expect(id).toBeTruthy()
})
