import type { Config } from '../config.ts'
import type { Database } from '../db/client.ts'
import { wallClock } from '../db/context.ts'
import type { Log } from '../log.ts'
import type { Keys } from '../keys.ts'
import { demonstrationPath } from '../auth/settings.ts'
import { beginWorld } from './seed.ts'
import { note } from './progress.ts'
import { refreshFigures } from '../stats/refresh.ts'

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
  // The country's figures are ready as soon as there is a country; the worker keeps them fresh.
  const refresh = async () => refreshFigures(db.stats, await wallClock(db.owner))
  await refresh()
  const told = rest.then(refresh).catch((error: unknown) => {
    note({ state: 'none' })
    log.error({ err: error }, 'the demonstration world stopped')
  })
  const close = () => {
    stopping.abort()
    return told
  }
  return { close }
}
