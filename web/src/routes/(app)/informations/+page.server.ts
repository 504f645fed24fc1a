import { redirect } from '@sveltejs/kit'
import { fail, get, idempotencyKey, send } from '#lib/api.ts'
import { noticesHref } from '#lib/notices/links.ts'
import { linesOf } from '#lib/worklist/asked.ts'
import { readToSign } from '#lib/worklist/day.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url, locals, parent }) => {
  const cursor = url.searchParams.get('apres')
  const { me } = await parent()
  const [list, toSign] = await Promise.all([
    get(fetch, '/api/notices', { query: { cursor: cursor ?? undefined } }),
    readToSign(fetch, me)
  ])
  return { cursor, list, asked: linesOf({ toSign }, { locale: locals.locale, me }) }
}

export const actions: Actions = {
  // Up to the latest that stood on the page: what came in the meantime is still to be read.
  read: async ({ fetch, request }) => {
    const until = (await request.formData()).get('until')
    const sent = await send(fetch, 'post', '/api/notices/read', { body: { until }, key: idempotencyKey() })
    if (!sent.ok) fail(sent.problem)
    redirect(303, noticesHref)
  }
}
