import { get, getIfAllowed } from '#lib/api.ts'
import type { PlaceLine, WaitingLine } from '#lib/api.types.ts'
import { byStructure } from '#lib/places/structures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, parent }) => {
  const { me } = await parent()
  const desk = me.role === 'acse_desk'
  const [places, waiting] = await Promise.all([
    get<{ items: PlaceLine[] }>(fetch, '/api/places'),
    desk ? getIfAllowed<{ items: WaitingLine[] }>(fetch, '/api/places/waiting') : null
  ])
  return {
    desk,
    places: places.items,
    structures: byStructure(places.items),
    waiting: waiting?.items ?? null
  }
}
