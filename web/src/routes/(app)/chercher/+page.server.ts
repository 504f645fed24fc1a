import { fail } from '@sveltejs/kit'
import { getIfAllowed, idempotencyKey, send, type Fetch } from '#lib/api.ts'
import { codeGroups } from '#lib/case/code.ts'
import { actHref, caseHref } from '#lib/case/links.ts'
import { caseIn, openActs } from '#lib/palette/found.ts'
import type { Actions, PageServerLoad } from './$types'

const actsOf = async (fetcher: Fetch, id: string) => {
  const asked = { path: { id }, query: { events: 0, acts: 'none' } } as const
  const view = await getIfAllowed(fetcher, '/api/cases/{id}', asked)
  if (!view) return null
  return {
    id,
    code: codeGroups(view.code).join(' '),
    href: caseHref(id),
    acts: openActs(view.actions, (command) => actHref(id, command))
  }
}

export const load: PageServerLoad = async ({ fetch, url }) => {
  const from = caseIn(`/dossiers/${url.searchParams.get('dossier') ?? ''}`)
  return { here: from === null ? null : await actsOf(fetch, from) }
}

/** What is typed may be a name: it is sent, and stands in no address. One case alone is shown with what may be done in it. */
export const actions: Actions = {
  default: async ({ fetch, request }) => {
    const q = String((await request.formData()).get('q') ?? '').trim()
    if (q === '') return { q, problem: null, found: null, of: null }
    const sent = await send(fetch, 'post', '/api/search', { body: { q }, key: idempotencyKey() })
    if (!sent.ok) return fail(sent.problem.status, { q, problem: sent.problem, found: null, of: null })
    const [only, ...others] = sent.value?.cases ?? []
    const of = only && others.length === 0 ? await actsOf(fetch, only.id) : null
    return { q, problem: null, found: sent.value, of }
  }
}
