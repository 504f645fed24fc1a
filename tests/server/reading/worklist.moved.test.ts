import { expect, it } from 'vitest'
import { inContext, setCaseScope } from '../../../server/db/context.ts'
import { asClock } from '../../../server/firing/taking.ts'
import { linesAnew } from '../../../server/outbox/worklist.renewal.ts'
import { writeLines } from '../../../server/outbox/worklist.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { noon, openWorld } from '../../support/world.ts'

const world = await forFile(openWorld())
const tell = acting(world)

it('a line whose reader may not know what happened moves where their own turn begins or ends, and not else', async () => {
  const id = await tell.flagged()
  const { orgId } = world.as('cellule.69')
  const write = (minutes: number, changed: { waits?: string | null; urgency?: number; told: boolean }) =>
    inContext(world.db.app, asClock, async (tx) => {
      await setCaseScope(tx, id)
      const at = new Date(noon.getTime() + minutes * 60_000)
      const [{ version: _read, ...line }] = (await linesAnew(tx, { caseIds: [id], orgId })) as [
        Awaited<ReturnType<typeof linesAnew>>[number]
      ]
      const [written] = await writeLines(tx, [{ ...line, at, ...changed } as never])
      return written!
    })
  const first = await write(1, { told: true })
  expect(first).toMatchObject({ waitsFor: 'triage.start', moved: true })
  const untold = await write(2, { told: false })
  expect(untold).toEqual({ ...first, moved: false })
  // Written anew, since what it shows has changed; the day in the list stays.
  expect(await write(2, { told: false, urgency: 9 })).toEqual({ ...first, moved: false })
  const ended = await write(3, { told: false, waits: null })
  expect(ended).toMatchObject({ waitsFor: null, moved: true, told: first.told + 1 })
  const begun = await write(4, { told: false, waits: 'referral.silent' })
  expect(begun).toMatchObject({ waitsFor: 'referral.silent', moved: true, told: first.told + 2 })
  expect(begun.at).toEqual(new Date(noon.getTime() + 4 * 60_000))
})
