import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, post } from '#lib/api.ts'
import type { MoveLine } from '#lib/api.types.ts'
import { unsure } from '#lib/form/unsure.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string) => `/api/moves/${encodeURIComponent(id)}`

export const load: PageServerLoad = async ({ fetch, params }) => ({
  move: await get<MoveLine>(fetch, pathOf(params.id)),
  key: idempotencyKey()
})

export const actions: Actions = {
  undo: async ({ fetch, params, request, locals }) => {
    const form = await request.formData()
    if (form.get('sure') !== 'true')
      return fail(400, { problem: unsure(locals.locale, 'config.undoUnsure'), key: idempotencyKey() })
    const sent = await post<MoveLine>(fetch, `${pathOf(params.id)}/undo`, { key: String(form.get('_key')) })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, key: idempotencyKey() })
    redirect(303, `/configuration/bascules/${params.id}`)
  }
}
