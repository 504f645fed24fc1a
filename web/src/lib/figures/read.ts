import { isHttpError } from '@sveltejs/kit'
import type { FailureFlow, Flow, Territories, TerritoryMonths, Unmet } from '#lib/api.types.ts'
import { get, type Fetch } from '#lib/api.ts'

const notReady = 503

/** The year that the reader asked for; without one, the API gives the latest it publishes. */
export function yearOf(url: URL): string | null {
  const asked = url.searchParams.get('annee') ?? ''
  return /^\d{4}$/.test(asked) ? asked : null
}

/** Figures are made beforehand: until they first are, null. */
async function whenReady<T>(fetcher: Fetch, path: string, year: string | null): Promise<T | null> {
  try {
    return await get<T>(fetcher, year ? `${path}?year=${year}` : path)
  } catch (cause) {
    if (isHttpError(cause, notReady)) return null
    throw cause
  }
}

export const readFailures = (fetcher: Fetch, year: string | null) =>
  whenReady<FailureFlow>(fetcher, '/api/stats/failures', year)

export async function readUnmetNeeds(fetcher: Fetch, year: string | null) {
  const [adults, children] = await Promise.all([
    whenReady<Unmet>(fetcher, '/api/stats/unmet', year),
    whenReady<Unmet>(fetcher, '/api/stats/unmet/children', year)
  ])
  return adults && children && { adults, children }
}

export async function readNation(fetcher: Fetch, year: string | null) {
  const [flow, territories] = await Promise.all([
    whenReady<Flow>(fetcher, '/api/stats/flow', year),
    whenReady<Territories>(fetcher, '/api/stats/territories', year)
  ])
  return flow && territories && { flow, territories }
}

export const readOwnTerritory = (fetcher: Fetch, year: string | null) =>
  whenReady<TerritoryMonths>(fetcher, '/api/stats/territory', year)
