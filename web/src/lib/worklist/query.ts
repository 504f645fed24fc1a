import type { WorklistView } from '#lib/api.types.ts'

export type ListQuery = { view: WorklistView; q: string; cursor: string | null }

const views: readonly WorklistView[] = ['todo', 'late', 'moved', 'all']

export function readQuery(url: URL, byDefault: WorklistView): ListQuery {
  const asked = url.searchParams.get('vue')
  return {
    view: views.find((one) => one === asked) ?? byDefault,
    q: (url.searchParams.get('q') ?? '').trim().slice(0, 40),
    cursor: url.searchParams.get('apres')
  }
}

/** The same, as the API is asked. */
export const asked = ({ view, q, cursor }: ListQuery) => ({
  query: { view, limit: 20, q: q || undefined, cursor: cursor ?? undefined }
})

/** The address of the same list: another view, or further on. */
export function listHref(path: string, query: Partial<ListQuery>): string {
  const params = new URLSearchParams()
  if (query.view) params.set('vue', query.view)
  if (query.q) params.set('q', query.q)
  if (query.cursor) params.set('apres', query.cursor)
  const text = params.toString()
  return text ? `${path}?${text}` : path
}
