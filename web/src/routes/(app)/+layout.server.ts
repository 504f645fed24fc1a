import { redirect } from '@sveltejs/kit'
import { get, getIfAllowed } from '#lib/api.ts'
import { has } from '#lib/shell/navigation.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ fetch, parent }) => {
  // Asked once more: the refusal says why the session is over.
  const me = (await parent()).me ?? (await get(fetch, '/api/me'))
  if (!me.accredited) redirect(303, '/attente')
  const told = has(me, 'notices') ? await getIfAllowed(fetch, '/api/notices/unread') : null
  return { me, unread: told?.unread ?? null }
}
