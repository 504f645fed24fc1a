import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, post } from '#lib/api.ts'
import type { MoveLine } from '#lib/api.types.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string) => `/api/configuration/moves/${encodeURIComponent(id)}`

export const load: PageServerLoad = async ({ fetch, params }) => ({
  move: await get<MoveLine>(fetch, pathOf(params.id)),
  key: idempotencyKey()
})

export const actions: Actions = {
  undo: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const sent = await post<MoveLine>(fetch, `${pathOf(params.id)}/undo`, { key: String(form.get('_key')) })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, key: idempotencyKey() })
    redirect(303, `/configuration/bascules/${params.id}`)
  }
}
