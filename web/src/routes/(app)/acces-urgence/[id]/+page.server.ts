import { get } from '#lib/api.ts'
import type { OpeningPage } from '#lib/api.types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => ({
  view: await get<OpeningPage>(fetch, `/api/openings/${params.id}`)
})
