import { get, getIfAllowed, idempotencyKey } from '#lib/api.ts'
import { likenessOf } from '#lib/case/likeness.ts'
import { caseHref, doneHref } from '#lib/case/links.ts'
import { actionOf, doing } from '#lib/form/act.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, '/api/cases/{id}', { path: params })
  // An act that is gone, or never was, has its own words: the page says so and leads back.
  const action = actionOf(view, params.command)
  const offering = action?.enabled === true && 'placeId' in (action.input.properties ?? {})
  const matching = offering
    ? await getIfAllowed(fetch, '/api/places/matching', { query: { case: params.id } })
    : null
  const merging = action?.enabled === true && 'into' in (action.input.properties ?? {})
  const likeness = merging ? await likenessOf(fetch, view) : []
  const joined = action?.confirms === 'merge.propose' ? view.joined : null
  const other = joined ? await getIfAllowed(fetch, '/api/cases/{id}', { path: { id: joined.id } }) : null
  return { view, action, key: idempotencyKey(), matching: matching?.items ?? [], likeness, other }
}

export const actions: Actions = {
  default: async (event) => {
    const { params } = event
    const view = await get(event.fetch, '/api/cases/{id}', { path: params })
    return doing(event, { view, path: `/api/cases/${params.id}`, command: params.command }, (inSight) =>
      inSight ? doneHref(caseHref(params.id), params.command) : `${caseHref(params.id)}/hors-perimetre`
    )
  }
}
