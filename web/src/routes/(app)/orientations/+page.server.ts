import { get } from '#lib/api.ts'
import type { Page, ReferralLine } from '#lib/api.types.ts'
import { receives } from '#lib/shell/navigation.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent()
  const asked = url.searchParams.get('boite')
  const box: 'in' | 'out' = asked === 'in' || asked === 'out' ? asked : receives(me) ? 'in' : 'out'
  const view: 'open' | 'all' = url.searchParams.get('vue') === 'all' ? 'all' : 'open'
  const cursor = url.searchParams.get('apres')
  const params = new URLSearchParams({ box, view })
  if (cursor) params.set('cursor', cursor)
  return { box, view, cursor, list: await get<Page<ReferralLine>>(fetch, `/api/referrals?${params}`) }
}
