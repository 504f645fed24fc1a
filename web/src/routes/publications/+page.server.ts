import { readPictures } from '#lib/figures/reading.ts'
import type { PageServerLoad } from './$types'

/** For anybody, signed in or not: what is public of the releases that are out. */
export const load: PageServerLoad = async ({ fetch, locals, url }) => ({
  pictures: await readPictures('/api/publications', { fetch, url, locale: locals.locale })
})
