import { get } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => ({
  id: params.id,
  rules: await get(fetch, '/api/cases/{id}/rules', { path: { id: params.id } })
})
