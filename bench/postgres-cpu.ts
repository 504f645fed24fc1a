import { existsSync, readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

const tickMicros = 10_000

/** The fields of a process behind its name, which may hold anything. */
const statOf = (pid: number) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

const parentOf = (pid: number) => Number(statOf(pid)?.[1] ?? 0)

/** Of those that have ended the kernel tells their parent, in ticks. */
const microsOfEnded = (pid: number) => {
  const stat = statOf(pid)
  return stat ? (Number(stat[13]) + Number(stat[14])) * tickMicros : 0
}

const microsOf = (pid: number) => {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1000
  } catch {
    return 0
  }
}

/**
 * What all processes of a PostgreSQL have computed so far, in µs, by the scheduler's own figures: those of a database would
 * leave out what is done for it by others. Null where there is no /proc.
 */
export const postgresCpu = async (url: string): Promise<() => number | null> => {
  if (!existsSync('/proc/self/schedstat')) return () => null
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = parentOf(rows[0]!.pid)
  await client.end()
  return () =>
    readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid === postmaster || (pid > 1 && parentOf(pid) === postmaster))
      .reduce((sum, pid) => sum + microsOf(pid), microsOfEnded(postmaster))
}
