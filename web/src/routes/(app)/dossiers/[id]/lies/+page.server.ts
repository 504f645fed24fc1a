import { fail, redirect } from '@sveltejs/kit'
import { keyIn } from '#lib/access/after.ts'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { linkedHref } from '#lib/case/links.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const [{ code }, linked] = await Promise.all([
    get(fetch, '/api/cases/{id}', { path: params, query: { events: 0, acts: 'none' } }),
    get(fetch, '/api/cases/{id}/links', { path: params })
  ])
  return { id: params.id, code, linked, key: idempotencyKey(), done: url.searchParams.get('fait') }
}

export const actions: Actions = {
  make: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const typed = { code: String(form.get('code') ?? ''), kind: String(form.get('kind') ?? '') }
    const sent = await send(fetch, 'post', '/api/cases/{id}/links', {
      ...{ at: params, body: typed, key: keyIn(form) }
    })
    if (sent.ok) redirect(303, `${linkedHref(params.id)}?fait=lie`)
    return fail(sent.problem.status, { problem: sent.problem, typed, key: sent.key })
  },
  end: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const link = String(form.get('link') ?? '')
    const sent = await send(fetch, 'post', '/api/cases/{id}/links/{link}/end', {
      ...{ at: { ...params, link }, key: keyIn(form) }
    })
    if (sent.ok) redirect(303, `${linkedHref(params.id)}?fait=retire`)
    return fail(sent.problem.status, {
      ...{ problem: sent.problem, typed: { code: '', kind: '' }, key: sent.key }
    })
  }
}
