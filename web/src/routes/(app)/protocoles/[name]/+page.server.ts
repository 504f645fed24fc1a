import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/protocols/{name}'

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  view: await get(fetch, path, { path: params }),
  signed: url.searchParams.has('signe'),
  key: idempotencyKey()
})

export const actions: Actions = {
  withdraw: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const sent = await send(fetch, 'post', `${path}/withdraw`, { at: params, key: String(form.get('_key')) })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, key: sent.key })
    redirect(303, '/protocoles')
  }
}
