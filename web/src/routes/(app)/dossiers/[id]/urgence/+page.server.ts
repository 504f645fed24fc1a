import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey } from '#lib/api.ts'
import { caseHref } from '#lib/case/links.ts'
import { act, actionOf } from '#lib/form/act.ts'
import type { Actions, PageServerLoad } from './$types'

const command = 'open'
const path = '/api/cases/{id}/emergency'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, path, { path: params })
  return { view, id: params.id, action: actionOf(view, command), key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request, locals }) => {
    const view = await get(fetch, path, { path: params })
    const target = {
      view,
      path: `/api/cases/${params.id}/emergency`,
      command,
      locale: locals.locale
    } as const
    const outcome = await act(fetch, target, await request.formData())
    if (!outcome.done) return fail(outcome.refused.problem.status, { refused: outcome.refused })
    redirect(303, caseHref(params.id))
  }
}
