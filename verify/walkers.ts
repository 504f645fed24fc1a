import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { RegionId } from '../workflows/vocabulary.ts'
import { actsOf } from './explore.ts'
import type { Walk } from './walker.ts'

// The largest walk needs some ten gigabytes, whatever the number of cores.
const most = 2

const walkedBy = (worker: Worker, regions: readonly RegionId[]) =>
  new Promise<Walk>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.postMessage(regions)
  }).finally(() => worker.removeAllListeners())

/**
 * Walks each of these sets of regions, two at a time where there are two cores, those with most acts first; `done` hears of
 * each as it ends. The answers come in the order of the asking.
 */
export const walkAll = async (
  asked: readonly (readonly RegionId[])[],
  done: (regions: readonly RegionId[], walk: Walk) => void
): Promise<Walk[]> => {
  const waiting = [...asked].sort((one, other) => actsOf(other).types.length - actsOf(one).types.length)
  const walks = new Map<readonly RegionId[], Walk>()
  const turn = async () => {
    const worker = new Worker(new URL('walker.ts', import.meta.url))
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const walk = await walkedBy(worker, next)
      walks.set(next, walk)
      done(next, walk)
    }
    await worker.terminate()
  }
  await Promise.all(Array.from({ length: Math.min(most, availableParallelism()) }, turn))
  return asked.map((regions) => walks.get(regions)!)
}
