import { redirect } from '@sveltejs/kit'
import { get, getIfAllowed } from '#lib/api.ts'
import type { Me } from '#lib/api.types.ts'
import { has } from '#lib/shell/navigation.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ fetch, parent }) => {
  // Asked once more: the refusal says why the session is over.
  const known = (await parent()).me
  const me = known ?? (await get(fetch, '/api/me'))
  if (!me.accredited) redirect(303, '/attente')
  const told = has(me, 'notices') ? await getIfAllowed(fetch, '/api/notices/unread') : null
  // What the page above says already is not said again.
  const said = (known ? {} : { me }) as { me: Me }
  return { ...said, unread: told?.unread ?? null }
}
