import { csvResponse } from '#lib/figures/csv.ts'
import { readFigures } from '#lib/figures/read.ts'
import { translate } from '#lib/messages.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ fetch, locals }) => {
  const { flow, territories } = await readFigures(fetch)
  const say = (key: 'figures.from' | 'figures.to' | 'figures.people') => translate(locals.locale, key)
  const hidden = translate(locals.locale, 'figures.under', { threshold: territories.threshold })
  const label = (id: string) => flow.nodes.find((node) => node.id === id)?.label ?? id
  const rows = flow.links.map((link) => [label(link.source), label(link.target), link.value ?? hidden])
  return csvResponse([[say('figures.from'), say('figures.to'), say('figures.people')], ...rows], 'flux')
}
