import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, post, type Fetch } from '#lib/api.ts'
import type { VersionView } from '#lib/api.types.ts'
import { bodyOf } from '#lib/configuration/draft.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (version: string) => `/api/configuration/${encodeURIComponent(version)}`
const read = (fetcher: Fetch, version: string) => get<VersionView>(fetcher, pathOf(version))

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  view: await read(fetch, params.version),
  saved: url.searchParams.has('enregistre'),
  published: url.searchParams.has('publiee'),
  key: idempotencyKey()
})

export const actions: Actions = {
  save: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const body = bodyOf(form, await read(fetch, params.version))
    const sent = await post<VersionView>(fetch, pathOf(params.version), {
      method: 'PUT',
      body,
      key: String(form.get('_key')),
      version: String(form.get('_version'))
    })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, body, key: idempotencyKey() })
    redirect(303, `/configuration/${params.version}?enregistre`)
  },
  withdraw: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const act = { key: String(form.get('_key')) }
    const sent = await post<VersionView>(fetch, `${pathOf(params.version)}/withdraw`, act)
    if (!sent.ok)
      return fail(sent.problem.status, { problem: sent.problem, body: null, key: idempotencyKey() })
    redirect(303, '/configuration')
  }
}
