import { get, idempotencyKey } from '#lib/api.ts'
import { answers } from '#lib/case/referral/answer.ts'
import { actionOf } from '#lib/form/act.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, '/api/referrals/{id}', { path: params })
  // An act that is gone, or never was, has its own words: the page says so and leads back.
  const action = actionOf(view, params.command)
  return { view, action, key: idempotencyKey() }
}

export const actions: Actions = { default: (event) => answers(event, event.params) }
