import { get } from '#lib/api.ts'
import { readReviewDue } from '#lib/access/due.ts'
import { aboutPage, peopleActs } from '#lib/access/people.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url, parent }) => {
  const [people, { me }] = await Promise.all([get(fetch, '/api/people'), parent()])
  return { people, review: await readReviewDue(fetch, me), ...aboutPage(url) }
}

export const actions: Actions = peopleActs
