import { redirect } from '@sveltejs/kit'
import { get, idempotencyKey, read, send, type Fetch } from '#lib/api.ts'
import { comesBack, isSure, unsure } from '#lib/form/unsure.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/protocols/{name}/move'

async function previewOf(fetcher: Fetch, name: string, query: { from: string; cursor?: string }) {
  const sent = await read(fetcher, `${path}/preview`, { path: { name }, query })
  return sent.ok ? { preview: sent.value, refused: null } : { preview: null, refused: sent.problem }
}

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const view = await get(fetch, '/api/protocols/{name}', { path: params })
  if (!view.may.move) redirect(303, `/protocoles/${params.name}`)
  const { items } = await get(fetch, '/api/protocols', { query: { territory: view.territory } })
  const others = items
    .filter(({ name, signedOn }) => name !== params.name && signedOn !== null)
    .map(({ name, title }) => ({ value: name, label: `${name} · ${title}` }))
  const from = url.searchParams.get('depuis')
  const cursor = url.searchParams.get('apres')
  const asked = from === null ? null : { from, ...(cursor !== null && { cursor }) }
  const seen = asked ? await previewOf(fetch, params.name, asked) : { preview: null, refused: null }
  return { view, others, from, cursor, ...seen, key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request, locals }) => {
    const form = await request.formData()
    if (!isSure(form)) return comesBack(unsure(locals.locale, 'config.moveUnsure'))
    const said = (name: string) => String(form.get(name) ?? '')
    const act = { at: params, body: { from: said('from'), preview: said('preview') }, key: said('_key') }
    const sent = await send(fetch, 'post', path, act)
    if (!sent.ok) return comesBack(sent.problem, sent.key)
    redirect(303, `/configuration/bascules/${sent.value!.id}`)
  }
}
