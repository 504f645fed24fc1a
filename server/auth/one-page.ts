import { AsyncLocalStorage } from 'node:async_hooks'
import type { Actor } from '../../policies/actor.ts'

type Look = Promise<Actor | null>

const pages = new AsyncLocalStorage<Map<string, Look>>()

/** Does all that one page asks of the API. Its session is looked up once; the next page looks again. */
export const asOnePage = <T>(work: () => T): T => pages.run(new Map(), work)

/** What this page has looked up by this key, or what it looks up now. Outside a page each asks for itself. */
export const onceForPage = (key: string, look: () => Look): Look => {
  const known = pages.getStore()
  const found = known?.get(key) ?? look()
  known?.set(key, found)
  return found
}
