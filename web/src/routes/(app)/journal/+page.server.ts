import { get } from '#lib/api.ts'
import type { AuditLine, OpeningView, Page } from '#lib/api.types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const cursor = url.searchParams.get('apres')
  const about = url.searchParams.get('dossier')
  const params = new URLSearchParams({ ...(cursor && { cursor }), ...(about && { case: about }) })
  // Emergency accesses stand above the first page, with those that ended as none should.
  const [list, openings] = await Promise.all([
    get<Page<AuditLine>>(fetch, `/api/audit?${params}`),
    cursor || about ? null : get<Page<OpeningView>>(fetch, '/api/openings')
  ])
  return { cursor, about, list, openings: openings?.items ?? [] }
}
