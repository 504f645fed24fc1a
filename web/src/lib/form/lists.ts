import { get, type Fetch } from '#lib/api.ts'
import type { ChoiceList, JsonForm } from '#lib/api.types.ts'

type Named = NonNullable<JsonForm['x-list']>

/** What a version says never changes: of one release there are a few lists in two languages, each asked for once. */
const kept = new Map<string, ChoiceList['items']>()

async function listed(fetcher: Fetch, { name, version }: Named): Promise<ChoiceList['items']> {
  const key = `${name} ${version}`
  const items =
    kept.get(key) ?? (await get(fetcher, '/api/lists/{name}', { path: { name }, query: { version } })).items
  kept.set(key, items)
  return items
}

async function chosenFrom(fetcher: Fetch, field: JsonForm): Promise<JsonForm> {
  const { 'x-list': named, enum: offered, ...rest } = field
  if (!named) return field.items ? { ...field, items: await chosenFrom(fetcher, field.items) } : field
  const all = await listed(fetcher, named)
  return { ...rest, oneOf: offered ? all.filter((one) => offered.includes(one.const)) : all }
}

/** A form with the lists that it names. */
export async function withLists(fetcher: Fetch, form: JsonForm): Promise<JsonForm> {
  const fields = await Promise.all(
    Object.entries(form.properties ?? {}).map(
      async ([name, field]) => [name, await chosenFrom(fetcher, field)] as const
    )
  )
  return { ...form, properties: Object.fromEntries(fields) }
}
