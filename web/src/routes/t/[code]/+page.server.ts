import { error } from '@sveltejs/kit'
import { getIfAllowed } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  text: (await getIfAllowed(fetch, '/api/texts/{code}', { path: params })) ?? error(404, ''),
  address: `${url.host}/t/${params.code}`,
  card: url.searchParams.has('carte')
})
