import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey } from '#lib/api.ts'
import { doneHref, referralHref } from '#lib/case/links.ts'
import { act, actionOf } from '#lib/form/act.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, '/api/referrals/{id}', { path: params })
  // An act that is gone, or never was, has its own words: the page says so and leads back.
  const action = actionOf(view, params.command)
  return { view, action, key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request, locals }) => {
    const view = await get(fetch, '/api/referrals/{id}', { path: params })
    const target = {
      view,
      path: `/api/referrals/${params.id}`,
      command: params.command,
      locale: locals.locale
    } as const
    const outcome = await act(fetch, target, await request.formData())
    if (!outcome.done) return fail(outcome.refused.problem.status, { refused: outcome.refused })
    if (!outcome.inSight) redirect(303, `${referralHref(params.id)}/hors-perimetre`)
    redirect(303, doneHref(referralHref(params.id), params.command))
  }
}
