import { redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { keyIn } from '#lib/access/after.ts'
import { comesBack, isSure, unsure } from '#lib/form/unsure.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const [team, cursor] = [url.searchParams.get('equipe'), url.searchParams.get('apres')]
  const query = { ...(team && { team }), ...(cursor && { cursor }) }
  return {
    ...{ team, cursor, review: await get(fetch, '/api/review', { query }) },
    done: url.searchParams.has('fait'),
    key: idempotencyKey()
  }
}

export const actions: Actions = {
  default: async ({ fetch, request, locals }) => {
    const form = await request.formData()
    if (!isSure(form)) return comesBack(unsure(locals.locale, 'review.unsure'))
    const body = { digest: String(form.get('digest')) }
    const sent = await send(fetch, 'post', '/api/review', { body, key: keyIn(form) })
    if (!sent.ok) return comesBack(sent.problem, sent.key)
    redirect(303, '/personnes/revue?fait')
  }
}
