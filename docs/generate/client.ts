import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import openapiTS, { astToString } from 'openapi-typescript'
import { buildApp } from '../../server/app.ts'
import { loadConfig } from '../../server/config.ts'
import type { Database } from '../../server/db/client.ts'
import type { Keys } from '../../server/keys.ts'
import { createLog } from '../../server/log.ts'

// Writes the types of the web's client from the API's own description. Nothing is asked of the application but what it says
// of itself: it needs no database, no key and no provider for that, and gets none.
const nowhere = {
  DATABASE_URL: 'postgres://nowhere.invalid/none',
  OIDC_ISSUER: 'https://nowhere.invalid',
  OIDC_CLIENT_ID: 'none',
  OIDC_CLIENT_SECRET: 'none',
  DATA_DIR: tmpdir()
}
const app = await buildApp({
  config: loadConfig(nowhere),
  db: {} as Database,
  keys: {} as Keys,
  log: createLog('silent'),
  now: () => new Date(),
  web: false
})
await app.ready()
const document = JSON.stringify(app.swagger())
await app.close()

const types = await openapiTS(document, {
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
  rootTypesKeepCasing: true
})
const folder = new URL('../../web/.svelte-kit/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('api.d.ts', folder), astToString(types))
