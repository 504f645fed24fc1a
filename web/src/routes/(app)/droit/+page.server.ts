import { get } from '#lib/api.ts'
import type { paths } from '#lib/api.types.ts'
import type { PageServerLoad } from './$types'

/** The words of the address, by the names that the API gives them. */
const names = { q: 'q', texte: 'text', lecture: 'read', poids: 'status', repose: 'rests' } as const

type Word = keyof typeof names
type Query = NonNullable<paths['/api/law']['get']['parameters']['query']>

/** A form without JavaScript sends its empty fields too: they are left out. */
export const load: PageServerLoad = async ({ fetch, url }) => {
  const cursor = url.searchParams.get('apres')
  const asked = Object.fromEntries(
    (Object.keys(names) as Word[]).flatMap((word) => {
      const value = url.searchParams.get(word)?.trim()
      return value ? [[word, value]] : []
    })
  ) as Partial<Record<Word, string>>
  const words = (Object.keys(asked) as Word[]).map((word) => [names[word], asked[word]])
  const whole = url.searchParams.get('entier') !== null
  const query = { ...(whole ? { whole } : cursor && { cursor }), ...Object.fromEntries(words) } as Query
  return { cursor, asked, list: await get(fetch, '/api/law', { query }) }
}
