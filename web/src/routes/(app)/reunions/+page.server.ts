import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey } from '#lib/api.ts'
import { planMeeting } from '#lib/meetings/act.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const cursor = url.searchParams.get('apres')
  const list = await get(fetch, '/api/meetings', { query: { cursor: cursor ?? undefined } })
  return { cursor, list, key: idempotencyKey() }
}

export const actions: Actions = {
  plan: async ({ fetch, request }) => {
    const me = await get(fetch, '/api/me')
    const planned = await planMeeting(fetch, await request.formData(), me.organisation.zone)
    if ('problem' in planned) return fail(planned.problem.status, planned)
    redirect(303, `/reunions/${planned.id}`)
  }
}
