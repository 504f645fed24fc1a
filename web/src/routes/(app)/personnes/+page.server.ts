import { get } from '#lib/api.ts'
import { aboutPage, peopleActs } from '#lib/access/people.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => ({
  people: await get(fetch, '/api/people'),
  ...aboutPage(url)
})

export const actions: Actions = peopleActs
