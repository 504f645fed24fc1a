import { getIfAllowed } from '#lib/api.ts'
import type { Me } from '#lib/api.types.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ fetch, locals }) => ({
  locale: locals.locale,
  demonstration: locals.demonstration,
  now: locals.now.toISOString(),
  // A page that says what went wrong must render even when nobody can be asked who reads it.
  me: await getIfAllowed<Me>(fetch, '/api/me').catch(() => null)
})
