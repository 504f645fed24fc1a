import { existsSync, readdirSync, readFileSync } from 'node:fs'

// CPU spent, as Linux counts it; null elsewhere.

const ticksPerSecond = 100

type Spent = { parent: number; own: number; ofEnded: number }

const spentBy = (pid: number | string): Spent | null => {
  try {
    // The name in the second field may hold anything, a blank too.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ').map(Number)
    const seconds = (first: number) => (fields[first]! + fields[first + 1]!) / ticksPerSecond
    return { parent: fields[1]!, own: seconds(11), ofEnded: seconds(13) }
  } catch {
    return null
  }
}

/** Seconds of one process. */
export const cpuOf = (pid: number): number | null => spentBy(pid)?.own ?? null

/** Seconds of a process and of all that it ever started. */
export const cpuUnder = (pid: number): number | null => {
  const parent = spentBy(pid)
  if (!parent || !existsSync('/proc/self/stat')) return null
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(spentBy)
    .filter((one) => one?.parent === pid)
  return children.reduce((sum, one) => sum + one!.own, parent.own + parent.ofEnded)
}
