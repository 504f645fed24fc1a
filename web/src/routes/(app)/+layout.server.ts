import { error, redirect } from '@sveltejs/kit'
import { getIfAllowed } from '#lib/api.ts'
import type { Unread } from '#lib/api.types.ts'
import { has } from '#lib/shell/navigation.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ fetch, parent }) => {
  const { me } = await parent()
  if (!me) error(401, '', { code: 'session' })
  if (!me.accredited) redirect(303, '/attente')
  const told = has(me, 'notices') ? await getIfAllowed<Unread>(fetch, '/api/notices/unread') : null
  return { me, unread: told?.unread ?? null }
}
