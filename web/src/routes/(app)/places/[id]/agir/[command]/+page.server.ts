import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey } from '#lib/api.ts'
import type { PlaceView } from '#lib/api.types.ts'
import { doneHref } from '#lib/case/links.ts'
import { act, actionOf } from '#lib/form/act.ts'
import { newPlace, placeHref } from '#lib/places/links.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get<PlaceView>(fetch, `/api/places/${params.id}`)
  return { view, id: params.id, action: actionOf(view, params.command), key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request, locals }) => {
    const target = { path: `/api/places/${params.id}`, command: params.command, locale: locals.locale }
    const outcome = await act<PlaceView>(fetch, target, await request.formData())
    if (!outcome.done) return fail(outcome.refused.problem.status, { refused: outcome.refused })
    redirect(303, doneHref(params.id === newPlace ? '/places' : placeHref(params.id), params.command))
  }
}
