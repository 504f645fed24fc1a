import { fail } from '@sveltejs/kit'
import { get, getIfAllowed, idempotencyKey, send, type Fetch } from '#lib/api.ts'
import { codeGroups } from '#lib/case/code.ts'
import { actHref, caseHref, handingHref } from '#lib/case/links.ts'
import { mayHandOn } from '#lib/handing/may.ts'
import { translate, type Locale } from '#lib/messages.ts'
import { acronymsIn, caseIn, openActs } from '#lib/palette/found.ts'
import type { Actions, PageServerLoad } from './$types'

const actsOf = async (fetcher: Fetch, id: string, locale: Locale) => {
  const asked = { path: { id }, query: { events: 0, acts: 'none' } } as const
  const [view, me] = await Promise.all([
    getIfAllowed(fetcher, '/api/cases/{id}', asked),
    get(fetcher, '/api/me')
  ])
  if (!view) return null
  const handing = { href: handingHref(id), label: translate(locale, 'handing.title') }
  return {
    id,
    code: codeGroups(view.code).join(' '),
    href: caseHref(id),
    // Of those as well that are not possible yet: what they are called short is no head of another word.
    acronyms: acronymsIn(view.actions.map(({ label }) => label)),
    acts: [
      ...openActs(view.actions, (command) => actHref(id, command)),
      ...(mayHandOn(me, view) ? [handing] : [])
    ]
  }
}

export const load: PageServerLoad = async ({ fetch, url, locals }) => {
  const from = caseIn(`/dossiers/${url.searchParams.get('dossier') ?? ''}`)
  return { here: from === null ? null : await actsOf(fetch, from, locals.locale) }
}

/** What is typed may be a name: it is sent, and stands in no address. One case alone is shown with what may be done in it. */
export const actions: Actions = {
  default: async ({ fetch, request, locals }) => {
    const q = String((await request.formData()).get('q') ?? '').trim()
    if (q === '') return { q, problem: null, found: null, of: null }
    const sent = await send(fetch, 'post', '/api/search', { body: { q }, key: idempotencyKey() })
    if (!sent.ok) return fail(sent.problem.status, { q, problem: sent.problem, found: null, of: null })
    const [only, ...others] = sent.value?.cases ?? []
    const of = only && others.length === 0 ? await actsOf(fetch, only.id, locals.locale) : null
    return { q, problem: null, found: sent.value, of }
  }
}
