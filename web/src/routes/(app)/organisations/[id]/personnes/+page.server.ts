import { get } from '#lib/api.ts'
import { aboutPage, peopleActs } from '#lib/access/people.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  people: await get(fetch, '/api/organisations/{id}/people', { path: params }),
  ...aboutPage(url)
})

export const actions: Actions = peopleActs
