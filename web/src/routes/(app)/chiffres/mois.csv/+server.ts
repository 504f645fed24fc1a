import { csvResponse } from '#lib/figures/csv.ts'
import { readOwnTerritory, yearOf } from '#lib/figures/read.ts'
import { translate } from '#lib/messages.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ fetch, locals, url }) => {
  const own = await readOwnTerritory(fetch, yearOf(url))
  const hidden = translate(locals.locale, 'figures.masked')
  const heads = [translate(locals.locale, 'figures.month'), translate(locals.locale, 'figures.people')]
  const rows = own.months.map(({ month, value }) => [month, value ?? hidden])
  return csvResponse([heads, ...rows, [own.note], [own.published]], 'mois')
}
