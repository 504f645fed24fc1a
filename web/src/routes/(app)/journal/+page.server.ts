import { get } from '#lib/api.ts'
import type { paths } from '#lib/api.types.ts'
import type { PageServerLoad } from './$types'

/** The words of the address, by the names that the API gives them. */
const names = {
  ...{ dossier: 'case', acte: 'action', issue: 'outcome', jour: 'day' },
  ...{ compte: 'person', code: 'code' }
} as const

type Query = NonNullable<paths['/api/audit']['get']['parameters']['query']>

export const load: PageServerLoad = async ({ fetch, url }) => {
  const cursor = url.searchParams.get('apres')
  const asked = Object.fromEntries(
    Object.keys(names).flatMap((word) => {
      const value = url.searchParams.get(word)
      return value ? [[word, value]] : []
    })
  ) as Partial<Record<keyof typeof names, string>>
  const words = Object.entries(asked).map(([word, value]) => [names[word as keyof typeof names], value])
  // Whatever stands in the address is asked: the API says what it does not take.
  const query = { ...(cursor && { cursor }), ...Object.fromEntries(words) } as Query
  // Emergency accesses stand above the first page, with those that ended as none should.
  const [list, openings] = await Promise.all([
    get(fetch, '/api/audit', { query }),
    Object.keys(query).length > 0 ? null : get(fetch, '/api/openings')
  ])
  return { cursor, asked, list, openings: openings?.items ?? [] }
}
