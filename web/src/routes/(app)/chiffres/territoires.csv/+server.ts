import { csvResponse } from '#lib/figures/csv.ts'
import { readFigures } from '#lib/figures/read.ts'
import { translate, type MessageKey } from '#lib/messages.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ fetch, locals }) => {
  const { territories } = await readFigures(fetch)
  const heads: MessageKey[] = ['figures.territory', 'figures.people', 'figures.per100k']
  const hidden = translate(locals.locale, 'figures.under', { threshold: territories.threshold })
  const rows = territories.items.map((one) => [`${one.name} (${one.code})`, one.value ?? hidden, one.per100k])
  return csvResponse([heads.map((key) => translate(locals.locale, key)), ...rows], 'territoires')
}
