import { getIfAllowed } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url, locals }) => ({
  waiting: await getIfAllowed(fetch, '/api/sign-in'),
  returnTo: locals.localPath(url.searchParams.get('retour') ?? undefined)
})
