import { existsSync, readdirSync } from 'node:fs'
import pg from 'pg'
import { microsOf, microsOfEnded, parentOf } from './processes.ts'

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
