import { Worker } from 'node:worker_threads'
import {
  lanesOf,
  type Attackers,
  type Given,
  type Hardened,
  type Outcome,
  type Verdict
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

/** Everybody's attack, then the contributors' on two cores at once. Each lane draws for itself, and is put together in its turn. */
const aside = async (
  given: Given,
  { mayMask, within = tenMinutes, spent }: Asked,
  progress: Progress
): Promise<Hardened> => {
  const ended = new AbortController()
  const late = setTimeout(() => ended.abort(new Late(within)), within)
  let done = 0
  const attacked = () => progress(++done, given.contributors.length + 1)
  const work = <Result>(attackers: Attackers | null, before: readonly Outcome[]) =>
    inWorker<Result>({ given, attackers, before, mayMask, seed }, { signal: ended.signal, attacked })
  try {
    const first = await work<Outcome>('everybody', [])
    const lanes = await Promise.all(lanesOf(given).map((lane) => work<Outcome>(lane, [first.result])))
    const all = [first, ...lanes].map(({ result }) => result)
    const last = await work<Hardened>(null, all)
    const alone = first.processor + last.processor
    const [one = 0, other = 0] = lanes.map(({ processor }) => processor)
    spent?.({ processor: alone + one + other, onTwo: alone + Math.max(one, other) })
    return last.result
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
