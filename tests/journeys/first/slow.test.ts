import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { comingNames, comingPages, type ComingPage } from '../../walk/coming.ts'
import { comingOf } from '../../walk/slow.ts'
import { consenting } from '../support/before.ts'
import { openStage } from '../support/stage.ts'

// When a page answers on a slow phone is printed by `npm run walk`: on shared cores it measures the neighbours. Here is what it is made
// of, and no neighbour adds to: journeys over the network, bytes, and the page's own work.

const atFullSpeed = 1
// A machine that does much besides keeps less of the page in its caches: twice what an idle one takes.
const mostWork = 400

const stage = await forFile(openStage())
const casePath = `/dossiers/${await consenting(stage)}`

const paths: Record<ComingPage, string> = {
  'first page after a sign-in': '/aujourdhui',
  'a case, as its referent reads it': casePath,
  'first screen of a report': '/signaler/maintenant'
}

it.each(comingNames)(
  '%s comes in three journeys: itself, what it names, and what that imports',
  async (page) => {
    const most = comingPages[page]
    await stage.wait()
    const worker = await stage.enter('asso.rhone', { phone: true })
    const coming = await comingOf(worker.page, paths[page], atFullSpeed)
    // It was seen to its end.
    expect(coming.scripts).toBeGreaterThan(4)
    expect(coming.bytes).toBeGreaterThan(100_000)
    expect(coming.work).toBeGreaterThan(10)
    expect(coming.found.length, coming.found.join(' ')).toBeLessThanOrEqual(most.found)
    expect(coming.scripts).toBeLessThanOrEqual(most.scripts)
    expect(coming.bytes).toBeLessThanOrEqual(most.bytes)
    expect(coming.work).toBeLessThanOrEqual(mostWork)
  }
)
