import { get } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => ({
  reference: await get(fetch, '/api/law/{code}', { path: { code: params.code } })
})
