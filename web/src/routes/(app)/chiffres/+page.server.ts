import { readPictures } from '#lib/figures/reading.ts'
import { inRoom } from '#lib/shell/navigation.ts'
import type { PageServerLoad } from './$types'

/** The whole country for national monitoring and the desks, their own territory for its partners. */
export const load: PageServerLoad = async ({ fetch, locals, parent, url }) => {
  const { me } = await parent()
  const pictures = await readPictures('/api/figures', { fetch, url, locale: locals.locale })
  return { pictures, prepares: inRoom(me, 'releases'), national: inRoom(me, 'national') }
}
