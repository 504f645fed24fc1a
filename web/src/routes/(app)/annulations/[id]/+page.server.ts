import { redirect } from '@sveltejs/kit'
import { getIfAllowed } from '#lib/api.ts'
import { undoHref } from '#lib/case/links.ts'
import { noticesHref } from '#lib/notices/links.ts'
import type { PageServerLoad } from './$types'

/** The act that others ask to have undone, while it waits for an answer; answered meanwhile, what was said of it. */
export const load: PageServerLoad = async ({ fetch, params }) => {
  const list = await getIfAllowed(fetch, '/api/undo-requests')
  const one = list?.items.find(({ id }) => id === params.id)
  redirect(303, one ? undoHref(one.caseId, one.ref) : noticesHref)
}
