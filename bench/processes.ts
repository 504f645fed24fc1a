import { readFileSync } from 'node:fs'

// What the kernel tells of processes, where there is a /proc.

const tickMicros = 10_000

const told = (pid: number, what: string): string | null => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return null
  }
}

/** The fields of a process behind its name, which may hold anything. */
const statOf = (pid: number) => {
  const stat = told(pid, 'stat')
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

const ticksOf = (pid: number, ...fields: readonly number[]) => {
  const stat = statOf(pid)
  return stat === null ? null : fields.reduce((sum, field) => sum + Number(stat[field]) * tickMicros, 0)
}

export const parentOf = (pid: number) => Number(statOf(pid)?.[1] ?? 0)

/** Of its children that have ended, of whom nobody else tells. */
export const microsOfEnded = (pid: number) => ticksOf(pid, 13, 14) ?? 0

/** Of a process with one thread, exactly. */
export const microsOf = (pid: number) => Number(told(pid, 'schedstat')?.split(' ')[0] ?? 0) / 1000

/** Of all its threads. */
export const secondsOf = (pid: number): number | null => {
  const micros = ticksOf(pid, 11, 12)
  return micros === null ? null : micros / 1e6
}

export const megabytesOf = (pid: number): number | null => {
  const status = told(pid, 'status')
  return status === null ? null : Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000)
}
