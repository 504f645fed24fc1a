import type { FailureFlow, Flow, Territories, TerritoryMonths, Unmet } from '#lib/api.types.ts'
import { get, type Fetch } from '#lib/api.ts'

/** The year that the reader asked for; without one, the API gives the latest it publishes. */
export function yearOf(url: URL): string | null {
  const asked = url.searchParams.get('annee') ?? ''
  return /^\d{4}$/.test(asked) ? asked : null
}

const read = <T>(fetcher: Fetch, path: string, year: string | null) =>
  get<T>(fetcher, year ? `${path}?year=${year}` : path)

export const readFailures = (fetcher: Fetch, year: string | null) =>
  read<FailureFlow>(fetcher, '/api/stats/failures', year)

export async function readUnmetNeeds(fetcher: Fetch, year: string | null) {
  const [adults, children] = await Promise.all([
    read<Unmet>(fetcher, '/api/stats/unmet', year),
    read<Unmet>(fetcher, '/api/stats/unmet/children', year)
  ])
  return { adults, children }
}

export async function readNation(fetcher: Fetch, year: string | null) {
  const [flow, territories] = await Promise.all([
    read<Flow>(fetcher, '/api/stats/flow', year),
    read<Territories>(fetcher, '/api/stats/territories', year)
  ])
  return { flow, territories }
}

export const readOwnTerritory = (fetcher: Fetch, year: string | null) =>
  read<TerritoryMonths>(fetcher, '/api/stats/territory', year)
