import { redirect } from '@sveltejs/kit'
import { fail, get, idempotencyKey, post } from '#lib/api.ts'
import type { NoticeList } from '#lib/api.types.ts'
import { noticesHref } from '#lib/notices/links.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const cursor = url.searchParams.get('apres')
  const path = cursor ? `/api/notices?cursor=${encodeURIComponent(cursor)}` : '/api/notices'
  return { cursor, list: await get<NoticeList>(fetch, path) }
}

export const actions: Actions = {
  // Up to the latest that stood on the page: what came in the meantime is still to be read.
  read: async ({ fetch, request }) => {
    const until = (await request.formData()).get('until')
    const sent = await post(fetch, '/api/notices/read', { body: { until }, key: idempotencyKey() })
    if (!sent.ok) fail(sent.problem)
    redirect(303, noticesHref)
  }
}
