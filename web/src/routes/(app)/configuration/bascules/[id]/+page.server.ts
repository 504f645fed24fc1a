import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { unsure } from '#lib/form/unsure.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => ({
  move: await get(fetch, '/api/moves/{id}', { path: params }),
  key: idempotencyKey()
})

export const actions: Actions = {
  undo: async ({ fetch, params, request, locals }) => {
    const form = await request.formData()
    if (form.get('sure') !== 'true')
      return fail(400, { problem: unsure(locals.locale, 'config.undoUnsure'), key: idempotencyKey() })
    const sent = await send(fetch, 'post', '/api/moves/{id}/undo', {
      at: params,
      key: String(form.get('_key'))
    })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, key: idempotencyKey() })
    redirect(303, `/configuration/bascules/${params.id}`)
  }
}
