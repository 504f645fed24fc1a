import { csvResponse } from '#lib/figures/csv.ts'
import { readNation, yearOf } from '#lib/figures/read.ts'
import { translate, type MessageKey } from '#lib/messages.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ fetch, locals, url }) => {
  const nation = await readNation(fetch, yearOf(url))
  const { items, note, published } = nation.territories
  const heads: MessageKey[] = ['figures.territory', 'figures.people', 'figures.per100k']
  const hidden = translate(locals.locale, 'figures.masked')
  const rows = items.map((one) => [`${one.name} (${one.code})`, one.value ?? hidden, one.per100k])
  return csvResponse(
    [heads.map((key) => translate(locals.locale, key)), ...rows, [note], [published]],
    'territoires'
  )
}
