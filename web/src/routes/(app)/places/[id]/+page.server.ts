import { get } from '#lib/api.ts'
import type { PlaceView } from '#lib/api.types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  view: await get<PlaceView>(fetch, `/api/places/${params.id}`),
  id: params.id,
  done: url.searchParams.has('fait')
})
