import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey } from '#lib/api.ts'
import { openingHref } from '#lib/case/links.ts'
import { act, actionOf } from '#lib/form/act.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, '/api/openings/{id}', { path: params })
  return { view, action: actionOf(view, params.command), command: params.command, key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request, locals }) => {
    const view = await get(fetch, '/api/openings/{id}', { path: params })
    const target = {
      view,
      path: `/api/openings/${params.id}`,
      command: params.command,
      locale: locals.locale
    } as const
    const outcome = await act(fetch, target, await request.formData())
    if (!outcome.done) return fail(outcome.refused.problem.status, { refused: outcome.refused })
    redirect(303, openingHref(params.id))
  }
}
