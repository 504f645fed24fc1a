import { error, fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { keyIn } from '#lib/access/after.ts'
import { csvIn } from '#lib/takeover/csv.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch }) => {
  const { may, types } = await get(fetch, '/api/organisations', { query: {} })
  if (!may.create) error(404, '', { code: 'not_found' })
  return { types: types.map(({ label }) => label), key: idempotencyKey() }
}

export const actions: Actions = {
  preview: async ({ fetch, request }) => {
    const csv = await csvIn(await request.formData())
    const asked = { body: { csv }, key: idempotencyKey() }
    const sent = await send(fetch, 'post', '/api/organisations/import/preview', asked)
    const again = { csv, key: idempotencyKey() }
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, preview: null, ...again })
    return { problem: null, preview: sent.value, ...again }
  },
  import: async ({ fetch, request }) => {
    const form = await request.formData()
    const csv = String(form.get('csv') ?? '')
    const made = Number(form.get('creates')) || 0
    const sent = await send(fetch, 'post', '/api/organisations/import', { body: { csv }, key: keyIn(form) })
    if (!sent.ok)
      return fail(sent.problem.status, {
        ...{ problem: sent.problem, preview: null, csv },
        key: sent.key
      })
    redirect(303, `/organisations?etat=pending${made > 0 ? `&reprises=${made}` : ''}`)
  }
}
