import { error, redirect } from '@sveltejs/kit'
import { homeOf } from '#lib/shell/navigation.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent }) => {
  const { me, unanswered } = await parent()
  // Who reads is not known: the door of who is signed out would tell a signed-in person to begin again.
  if (unanswered) error(503, '')
  if (me) redirect(303, homeOf(me))
}
