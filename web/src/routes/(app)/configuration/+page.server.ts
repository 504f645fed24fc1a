import { fail, redirect } from '@sveltejs/kit'
import { get, getIfAllowed, idempotencyKey, send, type Fetch } from '#lib/api.ts'
import type { Actions, PageServerLoad } from './$types'

/** Those of whoever opens an empty country: null once somebody has access in a cell and in an association, and for all others. */
const firstSteps = async (fetcher: Fetch) => {
  const accredited = (type: 'cell' | 'association') =>
    getIfAllowed(fetcher, '/api/organisations', { query: { status: 'accredited', type } })
  const lists = await Promise.all([accredited('cell'), accredited('association')])
  const empty = lists.find((list) => list?.may.create && list.items.every((one) => one.empty))
  const made = lists.every((list) => (list?.items.length ?? 0) > 0)
  return empty ? { administrators: empty.administrators, made } : null
}

export const load: PageServerLoad = async ({ fetch }) => {
  const [list, first] = await Promise.all([get(fetch, '/api/configuration'), firstSteps(fetch)])
  return { list, first, key: idempotencyKey() }
}

export const actions: Actions = {
  create: async ({ fetch, request }) => {
    const form = await request.formData()
    const typed = Object.fromEntries(
      ['from', 'version', 'effectiveOn', 'note'].map((name) => [name, String(form.get(name) ?? '').trim()])
    )
    const sent = await send(fetch, 'post', '/api/configuration', {
      body: typed,
      key: String(form.get('_key'))
    })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, typed, key: sent.key })
    redirect(303, `/configuration/${typed['version']}`)
  }
}
