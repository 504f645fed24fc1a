import { get, idempotencyKey } from '#lib/api.ts'
import { actionOf } from '#lib/form/act.ts'
import { answersByLink } from '#lib/link/answer.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, '/api/links/{token}', { path: params })
  return { view, action: actionOf(view, params.command), key: idempotencyKey() }
}

export const actions: Actions = {
  default: (event) => answersByLink(event, event.params)
}
