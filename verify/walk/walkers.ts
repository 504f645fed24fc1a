import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { RegionId } from '../../workflows/vocabulary/vocabulary.ts'
import { actsOf } from './explore.ts'
import type { Walk } from './walker.ts'

// The largest walk needs some ten gigabytes, whatever the number of cores.
const most = 2

/** @throws what the worker fell over. */
const walkedBy = async (worker: Worker, regions: readonly RegionId[]): Promise<Walk> => {
  const answered = once(worker, 'message') as Promise<[Walk]>
  worker.postMessage(regions)
  const [walk] = await answered
  return walk
}

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
