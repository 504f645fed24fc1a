import { parentPort } from 'node:worker_threads'
import { advance } from '../../workflows/case/advance.ts'
import type { RegionId } from '../../workflows/vocabulary/vocabulary.ts'
import { explore, type Explored } from './explore.ts'
import { keyOf } from '../facts.ts'
import type { Move } from './reached.ts'
import { by } from './step.ts'

export type Walk = { found: Explored; compared: number; disagreed: number }

/** One part in so many, of the sets that move alike, has a move given to the machine as well: the two must agree. */
const sampled = 251

/** Walks these regions to their end, and holds a sample of the moves against the machine itself. */
export const walked = (regions: readonly RegionId[]): Walk => {
  let looked = 0
  let disagreed = 0
  const compare = (move: () => Move) => {
    looked += 1
    if (looked % sampled !== 0) return
    const { before, type, input, after } = move()
    if (keyOf(advance(before, { type, input, by })) !== keyOf(after)) disagreed += 1
  }
  const found = explore(regions, compare)
  return { found, compared: Math.floor(looked / sampled), disagreed }
}

parentPort?.on('message', (regions: readonly RegionId[]) => parentPort?.postMessage(walked(regions)))
