import { get } from '#lib/api.ts'
import type { Page, ReferralLine } from '#lib/api.types.ts'
import { receives } from '#lib/shell/navigation.ts'
import type { PageServerLoad } from './$types'

const boxes = ['in', 'out', 'settle'] as const

export const load: PageServerLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent()
  const asked = url.searchParams.get('boite')
  const box: (typeof boxes)[number] = boxes.find((one) => one === asked) ?? (receives(me) ? 'in' : 'out')
  const view: 'open' | 'all' = url.searchParams.get('vue') === 'all' ? 'all' : 'open'
  const cursor = url.searchParams.get('apres')
  const params = new URLSearchParams({ box, view })
  if (cursor) params.set('cursor', cursor)
  return { box, view, cursor, list: await get<Page<ReferralLine>>(fetch, `/api/referrals?${params}`) }
}
