import { AsyncLocalStorage } from 'node:async_hooks'
import type { Actor } from '../../policies/actor.ts'
import type { OpenReads } from '../db/shared.ts'

type Look = Promise<Actor | null>

/** What the questions of one page to the API have in common. */
type Page = { sessions: Map<string, Look>; reads: OpenReads }

const pages = new AsyncLocalStorage<Page>()

/** Does all that one page asks of the API. Its session is looked up once; the next page looks again. */
export const asOnePage = <T>(work: () => T): T => pages.run({ sessions: new Map(), reads: new Map() }, work)

/** What this page has looked up by this key, or what it looks up now. Outside a page each asks for itself. */
export const onceForPage = (key: string, look: () => Look): Look => {
  const known = pages.getStore()?.sessions
  const found = known?.get(key) ?? look()
  known?.set(key, found)
  return found
}

/** The transactions in which this page reads now; null outside a page. */
export const readsOfPage = (): OpenReads | null => pages.getStore()?.reads ?? null
