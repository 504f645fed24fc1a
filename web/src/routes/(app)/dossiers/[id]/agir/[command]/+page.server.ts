import { fail, redirect } from '@sveltejs/kit'
import { get, getIfAllowed, idempotencyKey } from '#lib/api.ts'
import { likenessOf } from '#lib/case/likeness.ts'
import { caseHref, doneHref } from '#lib/case/links.ts'
import { act, actionOf } from '#lib/form/act.ts'
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
  default: async ({ fetch, params, request, locals }) => {
    const view = await get(fetch, '/api/cases/{id}', { path: params })
    const target = {
      view,
      path: `/api/cases/${params.id}`,
      command: params.command,
      locale: locals.locale
    } as const
    const outcome = await act(fetch, target, await request.formData())
    if (!outcome.done) return fail(outcome.refused.problem.status, { refused: outcome.refused })
    if (!outcome.inSight) redirect(303, `${caseHref(params.id)}/hors-perimetre`)
    redirect(303, doneHref(caseHref(params.id), params.command))
  }
}
