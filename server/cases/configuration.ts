import type { Pool } from 'pg'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'
import { runQuery, poolOf, type Tx } from '../db/context.ts'

// A published body never changes: what was read once is known, whoever else publishes meanwhile.
const shelves = new WeakMap<Pool, Map<string, Configuration>>()

const shelfOf = (tx: Tx) => {
  const pool = poolOf(tx)
  const known = shelves.get(pool) ?? new Map([[september2026.version, september2026]])
  shelves.set(pool, known)
  return known
}

/** A version published before a clock was thought of gives it the length it was born with. */
export const completed = (body: Configuration): Configuration => ({
  ...body,
  durations: { ...september2026.durations, ...body.durations }
})

const published = `select body from config_version where version = $1 and state <> 'draft'`
const inForce = `select version from config_version where state = 'published' and effective_on <= $1
  order by effective_on desc, published_at desc nulls last limit 1`

/** The configuration that a case is pinned to. An unknown one is a fault, never a default. */
export const configurationOf = async (tx: Tx, version: string): Promise<Configuration> => {
  const shelf = shelfOf(tx)
  const known = shelf.get(version)
  if (known) return known
  const [row] = await runQuery<{ body: Configuration }>(tx, published, [version])
  if (!row) throw new RangeError(`Unknown configuration ${version}`)
  const configuration = completed(row.body)
  shelf.set(version, configuration)
  return configuration
}

/** The configuration that a case opened on this day lives under. Asked of the database, where it may just have been published. */
export const configurationAt = async (tx: Tx, day: string): Promise<Configuration> => {
  const [row] = await runQuery<{ version: string }>(tx, inForce, [day])
  return row ? configurationOf(tx, row.version) : september2026
}

/** Under which version a referral is answered: its recipient does not see the case yet. */
export const pinnedVersion = async (tx: Tx, referralId: string): Promise<string> => {
  const [row] = await runQuery<{ version: string }>(tx, 'select config_version_of($1) as version', [
    referralId
  ])
  return row?.version ?? september2026.version
}
