import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import type { paths } from '#lib/api.types.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/cases/{id}/handing'
type Said = paths[typeof path]['post']['requestBody']['content']['application/json']

export const load: PageServerLoad = async ({ fetch, params }) => {
  const [{ code }, travel] = await Promise.all([
    get(fetch, '/api/cases/{id}', { path: params }),
    get(fetch, path, { path: params })
  ])
  return { id: params.id, code, travel, key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const text = (name: string) => String(form.get(name) ?? '')
    const said = { orgId: text('orgId'), on: text('on'), language: text('language'), means: text('means') }
    const ticked = { agrees: form.has('agrees'), interpreter: form.has('interpreter') }
    // A language or a means that is none, or a box left empty, is refused by the API, in its own words.
    const body = { ...said, ...ticked } as Said
    const [key, version] = [text('_key'), text('_version')]
    const sent = await send(fetch, 'post', path, { at: params, key, version, body })
    if (sent.ok) redirect(303, `/passages/${sent.value?.id ?? ''}?fait`)
    return fail(sent.problem.status, {
      problem: sent.problem,
      typed: { ...said, ...ticked },
      key: sent.key
    })
  }
}
