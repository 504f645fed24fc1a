import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { bodyOf } from '#lib/configuration/draft.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/configuration/{version}'

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  view: await get(fetch, path, { path: params }),
  saved: url.searchParams.has('enregistre'),
  published: url.searchParams.has('publiee'),
  key: idempotencyKey()
})

export const actions: Actions = {
  save: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const body = bodyOf(form, await get(fetch, path, { path: params }))
    const sent = await send(fetch, 'put', path, {
      at: params,
      body,
      key: String(form.get('_key')),
      version: String(form.get('_version'))
    })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, body, key: sent.key })
    redirect(303, `/configuration/${params.version}?enregistre`)
  },
  withdraw: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const act = { at: params, key: String(form.get('_key')) }
    const sent = await send(fetch, 'post', `${path}/withdraw`, act)
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, body: null, key: sent.key })
    redirect(303, '/configuration')
  }
}
