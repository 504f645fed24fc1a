import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey } from '#lib/api.ts'
import type { OpeningPage } from '#lib/api.types.ts'
import { openingHref } from '#lib/case/links.ts'
import { act, actionOf } from '#lib/form/act.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get<OpeningPage>(fetch, `/api/openings/${params.id}`)
  return { view, action: actionOf(view, params.command), command: params.command, key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request, locals }) => {
    const target = { path: `/api/openings/${params.id}`, command: params.command, locale: locals.locale }
    const outcome = await act<OpeningPage>(fetch, target, await request.formData())
    if (!outcome.done) return fail(outcome.refused.problem.status, { refused: outcome.refused })
    redirect(303, openingHref(params.id))
  }
}
