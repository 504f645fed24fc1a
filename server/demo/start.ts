import type { Config } from '../config.ts'
import type { Database } from '../db/client.ts'
import type { Log } from '../log.ts'
import type { Keys } from '../keys.ts'
import { demonstrationPath } from '../auth/settings.ts'
import { publishPast } from './world/releases.ts'
import { beginWorld, smallWorld } from './seed.ts'
import { note } from './progress.ts'

/** What the demonstration's identity provider calls itself. */
export const demoIssuer = ({ publicUrl }: Pick<Config, 'publicUrl'>) => publicUrl + demonstrationPath

type Starting = { config: Config; db: Database; keys: Keys; log: Log }

/**
 * Resolves when the small world stands: every account has something to do. The rest is told behind, while the site answers;
 * `close` lets the stories under way end.
 */
export const startDemoWorld = async ({
  config,
  db,
  keys,
  log
}: Starting): Promise<{ close: () => Promise<void> }> => {
  const stopping = new AbortController()
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 100) / 10
  const { rest } = await beginWorld({
    db,
    keys,
    log,
    seed: config.demoSeed,
    issuer: demoIssuer(config),
    cases: config.demoCases,
    signal: stopping.signal,
    onProgress: ({ done, total, failed }) => {
      if (done % 1000 === 0 || done === total)
        log.info({ done, total, failed, seconds: seconds() }, 'the demonstration world is being told')
    }
  })
  const told = rest.catch((error: unknown) => {
    note({ state: 'none' })
    log.error({ err: error }, 'the demonstration world stopped')
  })
  if (config.demoCases <= smallWorld) await told
  // Figures are released behind, as they take minutes and nobody waits for them.
  const released = told
    .then(() =>
      // A world of a few shows no figure, and tests begin many.
      config.demoCases > smallWorld ? publishPast(db, { pool: db.app, keys }, stopping.signal) : undefined
    )
    .catch((error: unknown) => log.error({ err: error }, 'no figures of the demonstration were released'))
  const close = () => {
    stopping.abort()
    return released
  }
  return { close }
}
