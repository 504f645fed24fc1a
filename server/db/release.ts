import { createHash } from 'node:crypto'
import type { ClientBase, Pool } from 'pg'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'
import { sightRows } from './sight.ts'
import { vocabularies } from './vocabularies.ts'

/** Of what a release keeps in the database besides its migrations. Another digest is another release, older or newer. */
const digest = createHash('sha256')
  .update(JSON.stringify([vocabularies, sightRows(), september2026]))
  .digest('hex')

/** Written last: a database whose preparation was cut short is of no release. */
export const keepRelease = (owner: ClientBase) =>
  owner.query(
    'insert into drizzle.release (digest) values ($1) on conflict (single) do update set digest = excluded.digest',
    [digest]
  )

/** Whether this release prepared the database last. Asks what the migrations made: only of one that has them. */
export const isOfThisRelease = async (pool: Pool): Promise<boolean> =>
  (await pool.query('select from drizzle.release where digest = $1', [digest])).rowCount === 1
