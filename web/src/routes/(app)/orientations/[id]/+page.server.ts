import { get, idempotencyKey } from '#lib/api.ts'
import { answers } from '#lib/case/referral/answer.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  view: await get(fetch, '/api/referrals/{id}', { path: params }),
  key: idempotencyKey(),
  done: url.searchParams.get('fait')
})

export const actions: Actions = {
  accept: (event) => answers(event, { id: event.params.id, command: 'accept' })
}
