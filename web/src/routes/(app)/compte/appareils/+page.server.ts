import { get, idempotencyKey, send } from '#lib/api.ts'
import { after, keyIn } from '#lib/access/after.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => ({
  devices: (await get(fetch, '/api/sessions')).items,
  done: url.searchParams.has('fait'),
  key: idempotencyKey()
})

export const actions: Actions = {
  end: async ({ fetch, request, url }) => {
    const form = await request.formData()
    const asked = { at: { id: String(form.get('session')) }, key: keyIn(form) }
    return after(await send(fetch, 'post', '/api/sessions/{id}/end', asked), `${url.pathname}?fait`)
  },
  endOthers: async ({ fetch, request, url }) => {
    const asked = { key: keyIn(await request.formData()) }
    return after(await send(fetch, 'post', '/api/sessions/end-others', asked), `${url.pathname}?fait`)
  }
}
