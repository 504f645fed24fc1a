import type { NavKey } from '#lib/api.types.ts'
import words from '../../../messages/hints.json' with { type: 'json' }
import { bound } from '../bound.ts'
import type { Locale } from '../messages.ts'

/** Where a device keeps which desks have said what they are for: which reader works there it does not know. */
export const hintsCookie = 'hints'

const rows: Partial<Record<NavKey, Record<Locale, string>>> = words
const desks = Object.keys(rows) as NavKey[]
const between = '.'

/** The desks whose hint was closed here. Whatever else stands in the cookie is no desk. */
export const closedIn = (cookie: string | undefined): NavKey[] => {
  const said = (cookie ?? '').split(between)
  return desks.filter((desk) => said.includes(desk))
}

/** What the cookie holds once one more is closed. */
export const closing = (cookie: string | undefined, desk: unknown): string => {
  const closed = closedIn(cookie)
  const also = desks.filter((one) => one === desk && !closed.includes(one))
  return [...closed, ...also].join(between)
}

/** What each of a reader's desks still has to say, in their language. */
export const hintsFor = (nav: readonly NavKey[], cookie: string | undefined, locale: Locale) => {
  const closed = closedIn(cookie)
  return Object.fromEntries(
    nav.flatMap((desk) => {
      const said = closed.includes(desk) ? undefined : rows[desk]
      return said ? [[desk, locale === 'fr' ? bound(said.fr) : said.en]] : []
    })
  ) as Partial<Record<NavKey, string>>
}
