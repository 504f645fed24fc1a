import { afterAll, beforeAll } from 'vitest'
import { openSite, type Site } from './site.ts'

export let site: Site
export let id: string

export const rowsOf = async <T>(query: string, values: unknown[] = []) =>
  (await site.db.owner.query(query, values)).rows as T[]
export const count = async (query: string, values: unknown[] = []) =>
  Number((await rowsOf<{ count: string }>(query, values))[0]!.count)

/** Opens a site in which something has happened, before the tests of a file. */
export const withJournal = (): void => {
  beforeAll(async () => {
    site = await openSite()
    id = await site.tell.housed(site.places['foyer.azur']![0]!)
    await site.tell.reflecting()
    await site.tell.flagged('police.69')
  })
  afterAll(() => site.close())
}
