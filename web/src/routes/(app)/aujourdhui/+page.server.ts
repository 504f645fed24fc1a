import { readDay } from '#lib/worklist/day.ts'
import { readQuery } from '#lib/worklist/query.ts'
import { actTogether, ticksOf } from '#lib/worklist/together.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent()
  const query = readQuery(url, 'todo')
  const day = await readDay(fetch, me, query)
  return { query, ...day, ticks: ticksOf(day.list.items) }
}

export const actions: Actions = {
  together: async ({ fetch, request }) => actTogether(fetch, await request.formData())
}
