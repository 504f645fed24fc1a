import { redirect } from '@sveltejs/kit'
import { get } from '#lib/api.ts'
import { mayBeCode } from '#lib/case/code.ts'
import { linesOf } from '#lib/worklist/asked.ts'
import { isAlone, readDay } from '#lib/worklist/day.ts'
import { emptyOf } from '#lib/worklist/empty.ts'
import { isNarrowed, readQuery } from '#lib/worklist/query.ts'
import { actTogether, ticksOf } from '#lib/worklist/together.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url, locals }) => {
  const query = readQuery(url, 'todo')
  if (query.q && !mayBeCode(query.q)) redirect(303, '/chercher')
  // Not waiting for the shell, it reads with it, in one transaction.
  const me = await get(fetch, '/api/me')
  // By what a list may be narrowed is asked for where somebody wants to: most days nobody does.
  const filtering = url.searchParams.has('filtres') || isNarrowed(query) || query.sort !== undefined
  const [{ toSign, handings, toUndo, left, ...day }, choices] = await Promise.all([
    readDay(fetch, me, query),
    filtering ? get(fetch, '/api/worklist/choices') : null
  ])
  // Where something waits, moved or runs, nobody is told to begin: who else is in the house is not asked.
  const running = day.deadlines?.items.length ?? 0
  const isQuiet =
    day.list.items.length === 0 &&
    emptyOf({ view: query.view, above: day.answers.length, counts: day.list.counts, running }) === 'quiet'
  const alone = isQuiet && (await isAlone(fetch, me))
  const asked = linesOf({ toSign, handings, toUndo, left }, { locale: locals.locale, me })
  return { query, ...day, asked, alone, choices, ticks: ticksOf(day.list.items) }
}

export const actions: Actions = {
  together: async ({ fetch, request }) => actTogether(fetch, await request.formData())
}
