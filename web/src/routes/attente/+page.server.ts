import { error, redirect } from '@sveltejs/kit'
import { homeOf } from '#lib/shell/navigation.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent }) => {
  const { me } = await parent()
  if (!me) error(401, '', { code: 'session' })
  if (me.accredited) redirect(303, homeOf(me))
  return { me }
}
