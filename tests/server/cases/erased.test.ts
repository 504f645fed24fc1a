import { expect, it } from 'vitest'
import { inContext, setCaseScope } from '../../../server/db/context.ts'
import { asClock } from '../../../server/firing/taking.ts'
import { child, inChildhood, report, rows, world } from '../../support/child.ts'

inChildhood()

const codes = async (id: string) =>
  (await rows<{ code: string }>('select code from deadline where case_id = $1 order by code', [id])).map(
    ({ code }) => code
  )
const ofBirth = (code: string) => /^D-MAJORITY|^D-LIMIT.*MINOR$/.test(code)

it('what is erased takes along the clocks from which a birth date is read, and leaves those that say how long help took', async () => {
  const id = await child()
  await report(id)
  const before = await codes(id)
  expect([before.some(ofBirth), before.some((code) => !ofBirth(code))]).toEqual([true, true])
  await inContext(world.db.app, asClock, async (tx) => {
    await setCaseScope(tx, id)
    await tx.execute(`select erase_sealed('{}'::jsonb)` as never)
  })
  expect(await codes(id)).toEqual(before.filter((code) => !ofBirth(code)))
})
