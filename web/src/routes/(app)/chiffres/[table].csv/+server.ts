import { error } from '@sveltejs/kit'
import type { Flow } from '#lib/api.types.ts'
import type { Fetch } from '#lib/api.ts'
import { csvResponse, type Cell } from '#lib/figures/csv.ts'
import { labelIn } from '#lib/figures/flow.ts'
import { readFailures, readNation, readOwnTerritory, readUnmetNeeds, yearOf } from '#lib/figures/read.ts'
import { translate, type MessageKey } from '#lib/messages.ts'
import type { RequestHandler } from './$types'

type Say = (key: MessageKey) => string
type Table = { heads: MessageKey[]; rows: Cell[][]; note: string; published: string }

const links = (flow: Pick<Flow, 'nodes' | 'links'>, say: Say) =>
  flow.links.map(({ source, target, value }) => [
    labelIn(flow, source),
    labelIn(flow, target),
    value ?? say('figures.masked')
  ])

/** What each figure draws, by the name of its file. */
const tables: Record<string, (fetcher: Fetch, year: string | null, say: Say) => Promise<Table>> = {
  flux: async (fetcher, year, say) => {
    const { flow } = await readNation(fetcher, year)
    return { ...flow, heads: ['figures.from', 'figures.to', 'figures.people'], rows: links(flow, say) }
  },
  orientations: async (fetcher, year, say) => {
    const failures = await readFailures(fetcher, year)
    const few = failures.few.map((label) => [label, '', say('figures.masked')])
    return {
      ...failures,
      heads: ['figures.failures.recipient', 'figures.failures.cause', 'figures.people'],
      rows: [...links(failures, say), ...few]
    }
  },
  territoires: async (fetcher, year, say) => {
    const { territories } = await readNation(fetcher, year)
    return {
      ...territories,
      heads: ['figures.territory', 'figures.people', 'figures.per100k'],
      rows: territories.items.map(({ name, code, value, per100k }) => [
        `${name} (${code})`,
        value ?? say('figures.masked'),
        per100k
      ])
    }
  },
  mois: async (fetcher, year, say) => {
    const own = await readOwnTerritory(fetcher, year)
    return {
      ...own,
      heads: ['figures.month', 'figures.people'],
      rows: own.months.map(({ month, value }) => [month, value ?? say('figures.masked')])
    }
  },
  besoins: async (fetcher, year, say) => {
    const unmet = await readUnmetNeeds(fetcher, year)
    return {
      ...unmet.adults,
      heads: ['figures.unmet.whose', 'figures.failures.cause', 'figures.people'],
      rows: (['adults', 'children'] as const).flatMap((whose) =>
        unmet[whose].items.map(({ label, value }) => [
          say(`figures.unmet.${whose}`),
          label,
          value ?? say('figures.masked')
        ])
      )
    }
  }
}

export const GET: RequestHandler = async ({ fetch, locals, params, url }) => {
  const table = Object.hasOwn(tables, params.table) && tables[params.table]
  if (!table) error(404, '')
  const say: Say = (key) => translate(locals.locale, key)
  const { heads, rows, note, published } = await table(fetch, yearOf(url), say)
  return csvResponse([heads.map(say), ...rows, [note], [published]], params.table)
}
