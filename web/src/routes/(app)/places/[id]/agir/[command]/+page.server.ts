import { get, idempotencyKey } from '#lib/api.ts'
import { doneHref } from '#lib/case/links.ts'
import { actionOf, doing } from '#lib/form/act.ts'
import { withLists } from '#lib/form/lists.ts'
import { newPlace, placeHref } from '#lib/places/links.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, '/api/places/{id}', { path: params })
  const action = actionOf(view, params.command)
  return {
    view,
    id: params.id,
    action: action && { ...action, input: await withLists(fetch, action.input) },
    key: idempotencyKey()
  }
}

export const actions: Actions = {
  default: async (event) => {
    const { params } = event
    const view = await get(event.fetch, '/api/places/{id}', { path: params })
    return doing(event, { view, path: `/api/places/${params.id}`, command: params.command }, () =>
      doneHref(params.id === newPlace ? '/places' : placeHref(params.id), params.command)
    )
  }
}
