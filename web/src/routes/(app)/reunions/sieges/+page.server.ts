import { get } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch }) => ({ seats: await get(fetch, '/api/seats') })
