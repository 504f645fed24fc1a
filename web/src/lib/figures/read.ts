import { get, type Fetch } from '#lib/api.ts'

/** The year that the reader asked for; without one, the API gives the latest it publishes. */
export function yearOf(url: URL): string | null {
  const asked = url.searchParams.get('annee') ?? ''
  return /^\d{4}$/.test(asked) ? asked : null
}

const of = (year: string | null) => ({ query: { year: year === null ? undefined : Number(year) } })

export const readFailures = (fetcher: Fetch, year: string | null) =>
  get(fetcher, '/api/stats/failures', of(year))

export async function readUnmetNeeds(fetcher: Fetch, year: string | null) {
  const [adults, children] = await Promise.all([
    get(fetcher, '/api/stats/unmet', of(year)),
    get(fetcher, '/api/stats/unmet/children', of(year))
  ])
  return { adults, children }
}

export async function readNation(fetcher: Fetch, year: string | null) {
  const [flow, territories] = await Promise.all([
    get(fetcher, '/api/stats/flow', of(year)),
    get(fetcher, '/api/stats/territories', of(year))
  ])
  return { flow, territories }
}

export const readOwnTerritory = (fetcher: Fetch, year: string | null) =>
  get(fetcher, '/api/stats/territory', of(year))
