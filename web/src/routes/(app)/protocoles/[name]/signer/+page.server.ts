import { redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { comesBack, isSure, unsure } from '#lib/form/unsure.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/protocols/{name}'

/** What is signed is read here a last time; there is nothing to sign of what is no draft. */
export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, path, { path: params })
  if (!view.may.sign.enabled) redirect(303, `/protocoles/${params.name}`)
  return { view, key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request, locals }) => {
    const form = await request.formData()
    if (!isSure(form)) return comesBack(unsure(locals.locale, 'protocol.signUnsure'))
    const act = { at: params, key: String(form.get('_key')), version: String(form.get('_version')) }
    const sent = await send(fetch, 'post', `${path}/sign`, act)
    if (!sent.ok) return comesBack(sent.problem, sent.key)
    redirect(303, `/protocoles/${params.name}?signe`)
  }
}
