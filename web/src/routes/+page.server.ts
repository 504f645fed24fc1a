import { redirect } from '@sveltejs/kit'
import { homeOf } from '#lib/shell/navigation.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent }) => {
  const { me } = await parent()
  if (me) redirect(303, homeOf(me))
}
