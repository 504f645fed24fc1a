import { get } from '#lib/api.ts'
import type { ReferralView } from '#lib/api.types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  view: await get<ReferralView>(fetch, `/api/referrals/${params.id}`),
  done: url.searchParams.get('fait')
})
