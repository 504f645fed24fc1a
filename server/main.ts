import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// What Node makes of a thousand sources is kept beside the packages, and a second start reads it: before anything else is
// loaded. Where nobody may write, it does without.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/mnio', import.meta.url)))
const [{ serve }, { boundGarbage }] = await Promise.all([import('./serve.ts'), import('./memory.ts')])
await serve(process.env)
boundGarbage()
flushCompileCache()
