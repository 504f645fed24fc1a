import { redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { comesBack, isSure, unsure } from '#lib/form/unsure.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => ({
  move: await get(fetch, '/api/moves/{id}', { path: params }),
  key: idempotencyKey()
})

export const actions: Actions = {
  undo: async ({ fetch, params, request, locals }) => {
    const form = await request.formData()
    if (!isSure(form)) return comesBack(unsure(locals.locale, 'config.undoUnsure'))
    const sent = await send(fetch, 'post', '/api/moves/{id}/undo', {
      at: params,
      key: String(form.get('_key'))
    })
    if (!sent.ok) return comesBack(sent.problem, sent.key)
    redirect(303, `/configuration/bascules/${params.id}`)
  }
}
