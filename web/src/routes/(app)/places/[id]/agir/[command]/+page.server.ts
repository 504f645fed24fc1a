import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey } from '#lib/api.ts'
import { doneHref } from '#lib/case/links.ts'
import { act, actionOf } from '#lib/form/act.ts'
import { newPlace, placeHref } from '#lib/places/links.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, '/api/places/{id}', { path: params })
  return { view, id: params.id, action: actionOf(view, params.command), key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request, locals }) => {
    const view = await get(fetch, '/api/places/{id}', { path: params })
    const target = {
      view,
      path: `/api/places/${params.id}`,
      command: params.command,
      locale: locals.locale
    } as const
    const outcome = await act(fetch, target, await request.formData())
    if (!outcome.done) return fail(outcome.refused.problem.status, { refused: outcome.refused })
    redirect(303, doneHref(params.id === newPlace ? '/places' : placeHref(params.id), params.command))
  }
}
