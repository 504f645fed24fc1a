import { get } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

/** What other bodies count, of one year; the newest where none is asked for. */
export const load: PageServerLoad = async ({ fetch, url }) => {
  const asked = Number(url.searchParams.get('annee'))
  const all = await get(fetch, '/api/figures/beside', { query: {} })
  const year = all.years.includes(asked) ? asked : (all.years[0] ?? null)
  const sources = all.sources.map((source) => ({
    ...source,
    items: source.items.filter((one) => one.year === year)
  }))
  return { beside: { ...all, sources }, year, done: url.searchParams.get('fait') }
}
