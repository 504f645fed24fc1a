import { error } from '@sveltejs/kit'
import { getIfAllowed } from '#lib/api.ts'
import { squareOf } from '#lib/conversation/square.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  text: (await getIfAllowed(fetch, '/api/texts/{code}', { path: params })) ?? error(404, ''),
  address: `${url.host}/t/${params.code}`,
  square: squareOf(`${url.origin}/t/${params.code}`),
  large: url.searchParams.has('grand'),
  card: url.searchParams.has('carte')
})
