import { parentPort, workerData } from 'node:worker_threads'
import { attackBy, conclude, type Attackers, type Given, type Outcome } from '../../../figures/gate/gate.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { fractionsFrom } from '../../demo/world/mulberry.ts'

/** Who attacks; null where they have, and what they found is put together. */
export type Job = {
  given: Given
  attackers: Attackers | null
  before: readonly Outcome[]
  mayMask: boolean
  seed: number
}

// The solver blocks whoever it runs in: here nobody else waits.

const { given, attackers, before, mayMask, seed } = workerData as Job
const port = parentPort!
const attacked = async (by: Attackers) => {
  const highs = await openSolver()
  const tools = { highs, fraction: fractionsFrom(seed), progress: () => port.postMessage('attacked') }
  return attackBy(given, tools, { attackers: by, before, mayMask })
}
const result = attackers === null ? conclude(given, before) : await attacked(attackers)
const { user, system } = process.threadCpuUsage()
port.postMessage({ result, processor: (user + system) / 1e6 })
