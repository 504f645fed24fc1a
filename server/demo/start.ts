import type { Config } from '../config.ts'
import type { Database } from '../db/client.ts'
import type { Log } from '../log.ts'
import type { Keys } from '../keys.ts'
import { demonstrationPath } from '../auth/settings.ts'
import { publishPast, whileNothingIsPublished } from './world/releases.ts'
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
  // Half a country, once published, would stay published.
  const free = await whileNothingIsPublished(db)
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
  }).catch(async (error: unknown) => {
    await free()
    throw error
  })
  const told = rest
    .finally(free)
    .then(() => (stopping.signal.aborted ? undefined : publishPast(db)))
    .catch((error: unknown) => {
      note({ state: 'none' })
      log.error({ err: error }, 'the demonstration world stopped')
    })
  if (config.demoCases <= smallWorld) await told
  const close = () => {
    stopping.abort()
    return told
  }
  return { close }
}
