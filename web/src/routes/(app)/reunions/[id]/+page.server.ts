import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey } from '#lib/api.ts'
import { actOnMeeting, placeIn } from '#lib/meetings/act.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  view: await get(fetch, '/api/meetings/{id}', { path: params }),
  done: url.searchParams.has('fait'),
  key: idempotencyKey()
})

export const actions: Actions = {
  act: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const problem = await actOnMeeting(fetch, params.id, form)
    if (problem) return fail(problem.status, { problem, place: placeIn(form) })
    redirect(303, `/reunions/${params.id}?fait${placeIn(form)}`)
  }
}
