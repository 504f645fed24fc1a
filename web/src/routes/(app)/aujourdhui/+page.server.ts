import { readDay } from '#lib/worklist/day.ts'
import { readQuery } from '#lib/worklist/query.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent()
  const query = readQuery(url, 'todo')
  return { query, ...(await readDay(fetch, me, query)) }
}
