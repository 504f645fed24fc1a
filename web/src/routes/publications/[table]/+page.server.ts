import { readTable } from '#lib/figures/reading.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, locals, params, url }) => ({
  table: await readTable('/api/publications', params.table, { fetch, url, locale: locals.locale })
})
