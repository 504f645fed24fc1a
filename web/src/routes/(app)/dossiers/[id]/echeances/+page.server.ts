import { get } from '#lib/api.ts'
import { nearestFirst } from '#lib/case/clock.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, '/api/cases/{id}', { path: params })
  const { id, code, standing, territory } = view
  return { id, code, standing, territory: territory?.code ?? null, deadlines: nearestFirst(view.deadlines) }
}
