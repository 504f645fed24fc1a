import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey } from '#lib/api.ts'
import type { EmergencyView, OpeningPage } from '#lib/api.types.ts'
import { caseHref } from '#lib/case/links.ts'
import { act, actionOf } from '#lib/form/act.ts'
import type { Actions, PageServerLoad } from './$types'

const command = 'open'
const pathOf = (id: string) => `/api/cases/${id}/emergency`

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get<EmergencyView>(fetch, pathOf(params.id))
  return { view, id: params.id, action: actionOf(view, command), key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request, locals }) => {
    const target = { path: pathOf(params.id), command, locale: locals.locale }
    const outcome = await act<OpeningPage>(fetch, target, await request.formData())
    if (!outcome.done) return fail(outcome.refused.problem.status, { refused: outcome.refused })
    redirect(303, caseHref(params.id))
  }
}
