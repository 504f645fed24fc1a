import { get } from '#lib/api.ts'
import type { AuditLine, Page } from '#lib/api.types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const cursor = url.searchParams.get('apres')
  const about = url.searchParams.get('dossier')
  const params = new URLSearchParams({ ...(cursor && { cursor }), ...(about && { case: about }) })
  return { cursor, about, list: await get<Page<AuditLine>>(fetch, `/api/audit?${params}`) }
}
