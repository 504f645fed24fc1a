import { get, idempotencyKey } from '#lib/api.ts'
import { doneHref, referralHref } from '#lib/case/links.ts'
import { actionOf, doing } from '#lib/form/act.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, '/api/referrals/{id}', { path: params })
  // An act that is gone, or never was, has its own words: the page says so and leads back.
  const action = actionOf(view, params.command)
  return { view, action, key: idempotencyKey() }
}

export const actions: Actions = {
  default: async (event) => {
    const { params } = event
    const view = await get(event.fetch, '/api/referrals/{id}', { path: params })
    return doing(event, { view, path: `/api/referrals/${params.id}`, command: params.command }, (inSight) =>
      inSight
        ? doneHref(referralHref(params.id), params.command)
        : `${referralHref(params.id)}/hors-perimetre`
    )
  }
}
