import { Worker } from 'node:worker_threads'
import {
  type Attackers,
  type Given,
  type Hardened,
  type Outcome,
  type Verdict,
  turnsOf
} from '../../../figures/gate/gate.ts'
import type { Job } from './worker.ts'

/** Told after each attack of the gate, of so many. */
export type Progress = (done: number, of: number) => void

type Said<Result> = { result: Result; processor: number } | 'attacked'

// Each draw of worlds finds the same, on every machine.
const seed = 1

/** Beyond it nobody waits any more, unless they say how long: the release is not published. */
export const tenMinutes = 600_000

/** The gate was not done in its time, which is no fault of its own. */
export class Late extends Error {
  constructor(within: number) {
    super(`the gate did not end within ${within / 1000} seconds`)
  }
}

/** Seconds of processor time, which other work on the machine leaves as they are: of all threads, and one after the other of those that wait for another. */
export type Spent = { processor: number; onTwo: number }

/** `within` milliseconds; `spent`: told what it took. */
type Allowed = { within?: number; spent?: (spent: Spent) => void }
type Asked = Allowed & { mayMask: boolean }

type Watched = { signal: AbortSignal; attacked: () => void }

/** One job in a thread of its own, with what it took of the processor. */
const inWorker = <Result>(job: Job, { signal, attacked }: Watched) =>
  new Promise<{ result: Result; processor: number }>((resolve, reject) => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: job })
    const stop = () => {
      reject(signal.reason as Error)
      void worker.terminate()
    }
    signal.addEventListener('abort', stop)
    worker.on('message', (said: Said<Result>) => (said === 'attacked' ? attacked() : resolve(said)))
    worker.on('error', reject)
    worker.on('exit', () => {
      signal.removeEventListener('abort', stop)
      reject(new Error('the gate ended without a verdict'))
    })
  })

/** Each turn on two cores at once. Either half draws for itself, and is put together in its turn. */
const aside = async (
  given: Given,
  { mayMask, within = tenMinutes, spent }: Asked,
  progress: Progress
): Promise<Hardened> => {
  const ended = new AbortController()
  const late = setTimeout(() => ended.abort(new Late(within)), within)
  let done = 0
  const turns = turnsOf(given)
  const attacks = given.contributors.length + turns[0]!.length
  const attacked = () => progress(++done, attacks)
  const outcomes: Outcome[] = []
  const took: Spent = { processor: 0, onTwo: 0 }
  const work = async <Result>(by: readonly (Attackers | null)[]): Promise<Result[]> => {
    const before = [...outcomes]
    const found = await Promise.all(
      by.map((attackers) =>
        inWorker<Result>({ given, attackers, before, mayMask, seed }, { signal: ended.signal, attacked })
      )
    )
    const seconds = found.map(({ processor }) => processor)
    took.processor += seconds.reduce((sum, one) => sum + one, 0)
    took.onTwo += Math.max(0, ...seconds)
    return found.map(({ result }) => result)
  }
  try {
    for (const turn of turns) outcomes.push(...(await work<Outcome>(turn)))
    const [last] = await work<Hardened>([null])
    spent?.(took)
    return last!
  } finally {
    clearTimeout(late)
    ended.abort()
  }
}

/** Attacks a release and masks on the way what must be, in threads of their own. */
export const hardenAside = (given: Given, progress: Progress, allowed: Allowed = {}): Promise<Hardened> =>
  aside(given, { mayMask: true, ...allowed }, progress)

/** Attacks a release as it stands, in threads of their own. */
export const examineAside = async (given: Given, progress: Progress): Promise<Verdict> =>
  (await aside(given, { mayMask: false }, progress)).verdict
