import { error } from '@sveltejs/kit'
import { get } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

/** The reader’s own: whoever is not convened has none. */
export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, '/api/meetings/{id}', { path: params })
  const seat = view.members.find(({ me }) => me)
  if (!seat) error(404)
  return { view, seat }
}
