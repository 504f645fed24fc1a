import { getIfAllowed } from '#lib/api.ts'
import type { Me } from '#lib/api.types.ts'
import type { LayoutServerLoad } from './$types'

type Reader = { me: Me | null; unanswered: boolean }

/** A page that says what went wrong must render even when nobody can be asked who reads it. */
const readerOf = (fetcher: typeof fetch): Promise<Reader> =>
  getIfAllowed(fetcher, '/api/me').then(
    (me) => ({ me, unanswered: false }),
    () => ({ me: null, unanswered: true })
  )

export const load: LayoutServerLoad = async ({ fetch, locals }) => ({
  locale: locals.locale,
  theme: locals.theme,
  demonstration: locals.demonstration,
  now: locals.now.toISOString(),
  ...(await readerOf(fetch))
})
