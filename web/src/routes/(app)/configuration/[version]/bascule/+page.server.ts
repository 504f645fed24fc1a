import { redirect } from '@sveltejs/kit'
import { get, idempotencyKey, read, send, fail as failPage, type Fetch } from '#lib/api.ts'
import { comesBack, isSure, unsure } from '#lib/form/unsure.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/configuration/{version}/move'

async function previewOf(fetcher: Fetch, version: string, query: { from: string; cursor?: string }) {
  const sent = await read(fetcher, `${path}/preview`, { path: { version }, query })
  return sent.ok ? { preview: sent.value, refused: null } : { preview: null, refused: sent.problem }
}

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const { items } = await get(fetch, '/api/configuration')
  const others = items.filter(
    ({ version, state, cases }) => version !== params.version && state !== 'draft' && cases > 0
  )
  if (!items.some(({ version }) => version === params.version))
    failPage({ title: '', status: 404, code: 'not_found' })
  const from = url.searchParams.get('depuis')
  const cursor = url.searchParams.get('apres')
  const asked = from === null ? null : { from, ...(cursor !== null && { cursor }) }
  const seen = asked ? await previewOf(fetch, params.version, asked) : { preview: null, refused: null }
  return { version: params.version, others, from, cursor, ...seen, key: idempotencyKey() }
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
