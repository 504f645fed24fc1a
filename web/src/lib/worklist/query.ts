import type { WorklistQuery, WorklistView } from '#lib/api.types.ts'

/** What narrows a list, as an address names it and as the API does. */
const names = {
  etape: 'stage',
  personnes: 'only',
  forme: 'form',
  acte: 'act',
  suivi: 'whose',
  tri: 'sort'
} as const
type Name = keyof typeof names
type Field = (typeof names)[Name]
const addressed = Object.entries(names) as [Name, Field][]

export type Narrowing = Partial<Record<Field, string>>
export type ListQuery = Narrowing & { view: WorklistView; q: string; cursor: string | null }

export const views: readonly WorklistView[] = ['todo', 'late', 'moved', 'all']

export const nameOf = (field: Field): Name => addressed.find(([, one]) => one === field)![0]

/** Words of the code, which the API looks at again: anything else was typed into the address. */
const isWord = (value: string | null): value is string => value !== null && /^[\w.]{1,60}$/.test(value)

export function narrowingIn(params: Pick<URLSearchParams, 'get'>): Narrowing {
  const given = addressed.map(([name, field]) => [field, params.get(name)] as const)
  return Object.fromEntries(given.filter(([, value]) => isWord(value)))
}

export function readQuery(url: URL, byDefault: WorklistView): ListQuery {
  const asked = url.searchParams.get('vue')
  return {
    view: views.find((one) => one === asked) ?? byDefault,
    q: (url.searchParams.get('q') ?? '').trim().slice(0, 40),
    cursor: url.searchParams.get('apres'),
    ...narrowingIn(url.searchParams)
  }
}

export const narrowingOf = (query: Narrowing): Narrowing =>
  Object.fromEntries(
    addressed.flatMap(([, field]) => (query[field] === undefined ? [] : [[field, query[field]]]))
  )

/** Whether the list is not the whole of its view. */
export const isNarrowed = (query: Narrowing): boolean =>
  Object.keys(narrowingOf(query)).some((field) => field !== 'sort')

type Words = { value: string; label: string }

/** What a list is narrowed and sorted by, in the words of its choices: said on the page, whether or not it has scripts. */
export const narrowedWords = (query: Narrowing, choices: Record<Field, readonly Words[]>): string[] =>
  addressed.flatMap(([, field]) => choices[field].find(({ value }) => value === query[field])?.label ?? [])

/** The same, as the API is asked. */
export const asked = ({ view, q, cursor, ...narrowing }: ListQuery) => ({
  query: {
    ...({ view, limit: 20, q: q || undefined, cursor: cursor ?? undefined } as const),
    // Words of the API’s own lists, which it checks.
    ...(narrowing as Pick<WorklistQuery, Field>)
  }
})

/** The address of the same list: another view, narrower, or further on. */
export function listHref(path: string, query: Partial<ListQuery>): string {
  const params = new URLSearchParams()
  if (query.view) params.set('vue', query.view)
  if (query.q) params.set('q', query.q)
  for (const [name, field] of addressed) if (query[field]) params.set(name, query[field])
  if (query.cursor) params.set('apres', query.cursor)
  const text = params.toString()
  return text ? `${path}?${text}` : path
}
