import { fork, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { TestDatabase } from '../support/running/db.ts'

const script = fileURLToPath(new URL('worker.ts', import.meta.url))

/** Workers in processes of their own, once each has said that it lives. */
export const startWorkers = async ({ url, owner }: TestDatabase, many: number): Promise<ChildProcess[]> => {
  const workers = Array.from({ length: many }, () => fork(script, [url], { stdio: ['ignore', 2, 2, 'ipc'] }))
  while ((await owner.query('select from worker_beat')).rowCount! < many) await sleep(100)
  return workers
}

/** Ends it as a power cut would. */
export const kill = async (worker: ChildProcess) => {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const over = new Promise((done) => worker.once('exit', done))
  worker.kill('SIGKILL')
  await over
}
