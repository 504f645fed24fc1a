import { guideOf, guidesIn } from '#lib/help/guides.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { me } = await parent()
  return { guides: guidesIn(locals.locale), own: me ? guideOf(me.role) : null }
}
