import { error, redirect } from '@sveltejs/kit'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ parent }) => {
  const { me } = await parent()
  if (!me) error(401, '', { code: 'session' })
  if (!me.accredited) redirect(303, '/attente')
  return { me }
}
