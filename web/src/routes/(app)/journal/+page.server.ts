import { get } from '#lib/api.ts'
import type { AuditLine, OpeningView, Page } from '#lib/api.types.ts'
import type { PageServerLoad } from './$types'

/** The words of the address, by the names that the API gives them. */
const names = { dossier: 'case', acte: 'action', issue: 'outcome', jour: 'day' } as const

type Journal = Page<AuditLine> & { actions: { id: string; label: string }[] }

export const load: PageServerLoad = async ({ fetch, url }) => {
  const cursor = url.searchParams.get('apres')
  const asked = Object.fromEntries(
    Object.keys(names).flatMap((word) => {
      const value = url.searchParams.get(word)
      return value ? [[word, value]] : []
    })
  ) as Partial<Record<keyof typeof names, string>>
  const params = new URLSearchParams(cursor ? { cursor } : {})
  for (const [word, value] of Object.entries(asked)) params.set(names[word as keyof typeof names], value)
  // Emergency accesses stand above the first page, with those that ended as none should.
  const [list, openings] = await Promise.all([
    get<Journal>(fetch, `/api/audit?${params}`),
    params.size > 0 ? null : get<Page<OpeningView>>(fetch, '/api/openings')
  ])
  return { cursor, asked, list, openings: openings?.items ?? [] }
}
