import { parentPort, workerData } from 'node:worker_threads'
import { examine, harden, type Given } from '../../../figures/gate/gate.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { fractionsFrom } from '../../demo/world/mulberry.ts'

// The solver blocks whoever it runs in: here nobody else waits.

const { given, mayMask, seed } = workerData as { given: Given; mayMask: boolean; seed: number }
const port = parentPort!
const tools = {
  highs: await openSolver(),
  fraction: fractionsFrom(seed),
  progress: (done: number, of: number) => port.postMessage({ done, of })
}
const result = mayMask ? harden(given, tools) : examine(given, tools)
const { user, system } = process.threadCpuUsage()
port.postMessage({ result, processor: (user + system) / 1e6 })
