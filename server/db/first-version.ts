import type { ClientBase } from 'pg'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'

/** The first row is the version that the program carries: it was decided with it, by nobody who signs in. */
export const keepFirstVersion = (owner: ClientBase) =>
  owner.query(
    `insert into config_version (version, effective_on, body, state, writers, created_at)
     values ($1, $2, $3, 'published', '{}', now()) on conflict (version) do nothing`,
    [september2026.version, september2026.effectiveOn, JSON.stringify(september2026)]
  )
