import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acting } from '../support/acting.ts'
import { openWorld, type TestWorld } from '../support/world.ts'

let world: TestWorld
let tell: ReturnType<typeof acting>

beforeAll(async () => {
  world = await openWorld()
  tell = acting(world)
})
afterAll(() => world.close())

describe('the main job through the gate', () => {
  it('carries a person from the flag to a bed and a receipt', async () => {
    const id = await tell.housed(world.places['foyer.azur']![0]!)
    await tell.act('asso.rhone', id, 'reflection.offer', { on: '2026-11-24', language: 'bin', means: 'in_person', confidential: true, wishes: true })
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
    await tell.act('prefecture.69', id, 'receipt.handed', { handedOn: '2026-11-05', number: 'R-1' })
    const row = await tell.row(id)
    expect(row).toMatchObject({ identification: 'presumed', housing: 'housed_acse', residence: 'reflection_running' })
    expect(row.facts).toMatchObject({ removalBar: true })
    const { rows } = await world.db.owner.query(`select due_on::text from deadline where case_id = $1 and code = 'D-REFLEX'`, [id])
    expect(rows).toEqual([{ due_on: '2026-12-05' }])
  })
})
