import { get, idempotencyKey, send } from '#lib/api.ts'
import { after, keyIn } from '#lib/access/after.ts'
import { comesBack } from '#lib/form/unsure.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => ({
  calendar: await get(fetch, '/api/calendar'),
  done: url.searchParams.has('fait'),
  key: idempotencyKey()
})

export const actions: Actions = {
  /** The address is in this answer alone; sent again by the browser, it is the same. */
  make: async ({ fetch, request }) => {
    const sent = await send(fetch, 'post', '/api/calendar', { key: keyIn(await request.formData()) })
    return sent.ok ? { address: sent.value?.address } : comesBack(sent.problem, sent.key)
  },
  revoke: async ({ fetch, request, url }) =>
    after(
      await send(fetch, 'post', '/api/calendar/revoke', { key: keyIn(await request.formData()) }),
      `${url.pathname}?fait`
    )
}
