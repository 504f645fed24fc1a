import { getIfAllowed, type Fetch } from '#lib/api.ts'
import { codeGroups } from '#lib/case/code.ts'
import { actHref, caseHref, referralHref } from '#lib/case/links.ts'
import { caseIn, isReference, type Place } from '#lib/palette/found.ts'
import type { PageServerLoad } from './$types'

/** Read as any reading of the case is, and journaled so. */
const actsOf = async (fetcher: Fetch, id: string) => {
  const asked = { path: { id }, query: { events: 0, acts: 'none' } } as const
  const view = await getIfAllowed(fetcher, '/api/cases/{id}', asked)
  if (!view) return null
  const acts = view.actions.filter(({ enabled }) => enabled)
  return {
    code: codeGroups(view.code).join(' '),
    href: caseHref(id),
    acts: acts.map(({ command, label }): Place => ({ href: actHref(id, command), label }))
  }
}

const casesOf = async (fetcher: Fetch, q: string): Promise<Place[]> => {
  const found = await getIfAllowed(fetcher, '/api/cases', { query: { view: 'all', limit: 5, q } })
  return (found?.items ?? []).map(({ id, code, summary }) => ({
    href: caseHref(id),
    label: [codeGroups(code).join(' '), summary].filter(Boolean).join(', ')
  }))
}

const mostLooked = 100
/** Among the latest that were received and sent: a reference is not stored, it is read off the referral itself. */
const referralsOf = async (fetcher: Fetch, q: string): Promise<Place[]> => {
  const boxes = await Promise.all(
    (['in', 'out'] as const).map((box) =>
      getIfAllowed(fetcher, '/api/referrals', { query: { box, view: 'all', limit: mostLooked } })
    )
  )
  return boxes
    .flatMap((box) => box?.items ?? [])
    .filter(({ reference }) => isReference(reference, q))
    .map(({ id, reference, kindLabel }) => ({ href: referralHref(id), label: `${reference}, ${kindLabel}` }))
}

export const load: PageServerLoad = async ({ fetch, url }) => {
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 40)
  const from = caseIn(`/dossiers/${url.searchParams.get('dossier') ?? ''}`)
  const [here, cases, referrals] = await Promise.all([
    from === null ? null : actsOf(fetch, from),
    q === '' ? [] : casesOf(fetch, q),
    q === '' ? [] : referralsOf(fetch, q)
  ])
  return { q, from, here, cases, referrals }
}
