import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey } from '#lib/api.ts'
import { act, actionOf } from '#lib/form/act.ts'
import { linkHref, linkPath } from '#lib/link/path.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, '/api/links/{token}', { path: params })
  return { view, action: actionOf(view, params.command), key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request, locals }) => {
    const view = await get(fetch, '/api/links/{token}', { path: params })
    const target = { view, path: linkPath(params.token), command: params.command, locale: locals.locale }
    const outcome = await act(fetch, target, await request.formData())
    if (!outcome.done) return fail(outcome.refused.problem.status, { refused: outcome.refused })
    redirect(303, linkHref(params.token))
  }
}
