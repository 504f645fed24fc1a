import { csvResponse } from '#lib/figures/csv.ts'
import { readUnmetNeeds, yearOf } from '#lib/figures/read.ts'
import { translate, type MessageKey } from '#lib/messages.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ fetch, locals, url }) => {
  const unmet = await readUnmetNeeds(fetch, yearOf(url))
  const say = (key: MessageKey) => translate(locals.locale, key)
  const rows = (['adults', 'children'] as const).flatMap((whose) =>
    unmet[whose].items.map(({ label, value }) => [
      say(`figures.unmet.${whose}`),
      label,
      value ?? say('figures.masked')
    ])
  )
  const head = [say('figures.unmet.whose'), say('figures.failures.cause'), say('figures.people')]
  return csvResponse([head, ...rows, [unmet.adults.note], [unmet.adults.published]], 'besoins')
}
