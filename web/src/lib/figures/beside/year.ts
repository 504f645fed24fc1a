import type { PublishedBeside } from '#lib/api.types.ts'

/** What stands of the year that the address asks for, of the newest where it asks for none. */
export const ofYear = <B extends PublishedBeside>(all: B, url: URL) => {
  const asked = Number(url.searchParams.get('annee'))
  const year = all.years.includes(asked) ? asked : (all.years[0] ?? null)
  const sources = all.sources.map((source) => ({
    ...source,
    items: source.items.filter((one) => one.year === year)
  }))
  return { beside: { ...all, sources }, year }
}
