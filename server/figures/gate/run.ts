import { Worker } from 'node:worker_threads'
import type { Given, Hardened, Verdict } from '../../../figures/gate/gate.ts'

/** Told after each attack of the gate, of so many. */
export type Progress = (done: number, of: number) => void

type Said = { result: Hardened | Verdict; processor: number } | { done: number; of: number }

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

/** `within` milliseconds; `spent`: told the seconds of processor time that it took, which other work on the machine leaves as they are. */
type Allowed = { within?: number; spent?: (seconds: number) => void }
type Asked = Allowed & { mayMask: boolean }

const inWorker = <Result extends Hardened | Verdict>(
  given: Given,
  { mayMask, within = tenMinutes, spent }: Asked,
  progress: Progress
) =>
  new Promise<Result>((resolve, reject) => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: { given, mayMask, seed } })
    const late = setTimeout(() => {
      reject(new Late(within))
      void worker.terminate()
    }, within)
    worker.on('message', (said: Said) => {
      if (!('result' in said)) return progress(said.done, said.of)
      spent?.(said.processor)
      resolve(said.result as Result)
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      clearTimeout(late)
      reject(new Error('the gate ended without a verdict'))
    })
  })

/** Attacks a release and masks on the way what must be, in a thread of its own. */
export const hardenAside = (given: Given, progress: Progress, allowed: Allowed = {}): Promise<Hardened> =>
  inWorker(given, { mayMask: true, ...allowed }, progress)

/** Attacks a release as it stands, in a thread of its own. */
export const examineAside = (given: Given, progress: Progress): Promise<Verdict> =>
  inWorker(given, { mayMask: false }, progress)
