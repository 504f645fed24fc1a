import { redirect } from '@sveltejs/kit'
import { get, getIfAllowed } from '#lib/api.ts'
import type { Me } from '#lib/api.types.ts'
import { hintsCookie, hintsFor } from '#lib/help/hints.server.ts'
import { has } from '#lib/shell/navigation.ts'
import type { LayoutServerLoad } from './$types'

/** The one page of this house for who is signed in and not accredited: the devices on which they are. */
const devices = '/(app)/compte/appareils'

export const load: LayoutServerLoad = async ({ fetch, parent, cookies, locals, route, untrack }) => {
  // Asked once more: the refusal says why the session is over.
  const known = (await parent()).me
  const me = known ?? (await get(fetch, '/api/me'))
  if (!me.accredited && untrack(() => route.id) !== devices) redirect(303, '/attente')
  const [told, cases, proposals] = await Promise.all([
    has(me, 'notices') ? getIfAllowed(fetch, '/api/notices/unread') : null,
    has(me, 'deadlines') ? getIfAllowed(fetch, '/api/cases', { query: { view: 'late', limit: 1 } }) : null,
    has(me, 'organisations') ? getIfAllowed(fetch, '/api/proposals/waiting') : null
  ])
  // What the page above says already is not said again.
  const said = (known ? {} : { me }) as { me: Me }
  const waiting = { proposals: proposals?.waiting ?? null }
  const hints = hintsFor(me.nav, cookies.get(hintsCookie), locals.locale)
  return { ...said, unread: told?.unread ?? null, late: cases?.counts.late ?? null, ...waiting, hints }
}
