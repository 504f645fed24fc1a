import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey } from '#lib/api.ts'
import type { MeetingView } from '#lib/api.types.ts'
import { actOnMeeting } from '#lib/meetings/act.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  view: await get<MeetingView>(fetch, `/api/meetings/${params.id}`),
  done: url.searchParams.has('fait'),
  key: idempotencyKey()
})

/** Where on the page the act was done. */
const placeIn = (form: FormData) => {
  const at = String(form.get('_at') ?? '')
  return /^[a-z]+-\d{1,3}$/.test(at) ? `#${at}` : ''
}

export const actions: Actions = {
  act: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const problem = await actOnMeeting(fetch, params.id, form)
    if (problem) return fail(problem.status, { problem })
    redirect(303, `/reunions/${params.id}?fait${placeIn(form)}`)
  }
}
