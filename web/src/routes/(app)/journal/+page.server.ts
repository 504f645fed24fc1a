import { get } from '#lib/api.ts'
import type { AuditLine, Page } from '#lib/api.types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const code = (url.searchParams.get('q') ?? '').trim().slice(0, 40)
  const cursor = url.searchParams.get('apres')
  const params = new URLSearchParams()
  if (code) params.set('case', code)
  if (cursor) params.set('cursor', cursor)
  return { code, cursor, list: await get<Page<AuditLine>>(fetch, `/api/audit?${params}`) }
}
