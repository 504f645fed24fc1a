import { csvResponse } from '#lib/figures/csv.ts'
import { labelIn } from '#lib/figures/flow.ts'
import { readNation, yearOf } from '#lib/figures/read.ts'
import { translate, type MessageKey } from '#lib/messages.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ fetch, locals, url }) => {
  const nation = await readNation(fetch, yearOf(url))
  const { flow } = nation
  const heads: MessageKey[] = ['figures.from', 'figures.to', 'figures.people']
  const hidden = translate(locals.locale, 'figures.masked')
  const rows = flow.links.map((link) => [
    labelIn(flow, link.source),
    labelIn(flow, link.target),
    link.value ?? hidden
  ])
  return csvResponse(
    [heads.map((key) => translate(locals.locale, key)), ...rows, [flow.note], [flow.published]],
    'flux'
  )
}
