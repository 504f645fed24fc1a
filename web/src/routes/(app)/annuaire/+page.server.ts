import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, read, send, type Fetch } from '#lib/api.ts'
import type { paths } from '#lib/api.types.ts'
import type { Actions, PageServerLoad } from './$types'

type Query = NonNullable<paths['/api/offers']['get']['parameters']['query']>
type Said = NonNullable<paths['/api/offers']['put']['requestBody']>['content']['application/json']

/** The filters, as the address names them. */
const asked = { territory: 'departement', offer: 'aide', language: 'langue', receives: 'public' } as const

/** The act for which a service is sought, and whom it may name; null wherever its own page would not let one be chosen. */
async function choosing(fetcher: Fetch, { searchParams }: URL) {
  const [id, command] = [searchParams.get('dossier'), searchParams.get('acte')]
  if (!id || !command) return null
  const found = await read(fetcher, '/api/cases/{id}/actions/{command}', { path: { id, command } })
  if (!found.ok || !found.value.enabled) return null
  const able = found.value.input.properties?.['recipientId']?.oneOf
  return able ? { id, command, label: found.value.label, able: able.map((one) => one.const) } : null
}

export const load: PageServerLoad = async ({ fetch, url, parent }) => {
  const { me } = await parent()
  const chosen = Object.fromEntries(
    Object.entries(asked).map(([name, word]) => [name, url.searchParams.get(word) ?? ''])
  ) as Record<keyof typeof asked, string>
  // Whoever comes without a search is shown their own département.
  const first = [...url.searchParams.keys()].every((name) => ['fait', 'dossier', 'acte'].includes(name))
  if (first) chosen.territory = me.organisation.territory?.code ?? ''
  const query = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== '')) as Query
  const [list, act] = await Promise.all([get(fetch, '/api/offers', { query }), choosing(fetch, url)])
  return {
    list,
    act,
    chosen,
    done: url.searchParams.has('fait'),
    key: idempotencyKey()
  }
}

export const actions: Actions = {
  say: async ({ fetch, request, url }) => {
    const form = await request.formData()
    const many = (name: string) => form.getAll(name).map(String)
    const [hours, note] = ['hours', 'note'].map((name) => String(form.get(name) ?? ''))
    const lists = { offers: many('offers'), receives: many('receives'), languages: many('languages') }
    // What is none of the choices is refused by the API, in its own words.
    const body = { ...lists, hours, note } as Said
    const sent = await send(fetch, 'put', '/api/offers', { key: String(form.get('_key')), body })
    if (sent.ok) redirect(303, `${url.pathname}?fait`)
    return fail(sent.problem.status, { problem: sent.problem, typed: body, key: sent.key })
  }
}
