import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch }) => ({
  list: await get(fetch, '/api/configuration'),
  key: idempotencyKey()
})

export const actions: Actions = {
  create: async ({ fetch, request }) => {
    const form = await request.formData()
    const typed = Object.fromEntries(
      ['from', 'version', 'effectiveOn', 'note'].map((name) => [name, String(form.get(name) ?? '').trim()])
    )
    const sent = await send(fetch, 'post', '/api/configuration', {
      body: typed,
      key: String(form.get('_key'))
    })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, typed, key: sent.key })
    redirect(303, `/configuration/${typed['version']}`)
  }
}
