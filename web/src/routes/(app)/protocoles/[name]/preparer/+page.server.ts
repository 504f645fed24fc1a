import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { protocolBody } from '#lib/configuration/protocol.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/protocols/{name}'

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const view = await get(fetch, path, { path: params })
  if (!view.catalogue) redirect(303, `/protocoles/${params.name}`)
  return { view, catalogue: view.catalogue, saved: url.searchParams.has('enregistre'), key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const body = protocolBody(form, await get(fetch, path, { path: params }))
    const sent = await send(fetch, 'put', path, {
      at: params,
      body,
      key: String(form.get('_key')),
      version: String(form.get('_version'))
    })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, body, key: sent.key })
    redirect(303, `/protocoles/${params.name}/preparer?enregistre`)
  }
}
