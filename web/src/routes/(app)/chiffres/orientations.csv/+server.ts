import { csvResponse } from '#lib/figures/csv.ts'
import { labelIn } from '#lib/figures/flow.ts'
import { readFailures, yearOf } from '#lib/figures/read.ts'
import { translate, type MessageKey } from '#lib/messages.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ fetch, locals, url }) => {
  const failures = await readFailures(fetch, yearOf(url))
  const heads: MessageKey[] = ['figures.failures.recipient', 'figures.failures.cause', 'figures.people']
  const hidden = translate(locals.locale, 'figures.masked')
  const rows = failures.links.map((link) => [
    labelIn(failures, link.source),
    labelIn(failures, link.target),
    link.value ?? hidden
  ])
  const few = failures.few.map((label) => [label, '', hidden])
  const head = heads.map((key) => translate(locals.locale, key))
  return csvResponse([head, ...rows, ...few, [failures.note], [failures.published]], 'orientations')
}
