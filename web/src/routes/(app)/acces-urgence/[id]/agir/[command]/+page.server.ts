import { get, idempotencyKey } from '#lib/api.ts'
import { openingHref } from '#lib/case/links.ts'
import { actionOf, doing } from '#lib/form/act.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, '/api/openings/{id}', { path: params })
  return { view, action: actionOf(view, params.command), command: params.command, key: idempotencyKey() }
}

export const actions: Actions = {
  default: async (event) => {
    const { params } = event
    const view = await get(event.fetch, '/api/openings/{id}', { path: params })
    return doing(event, { view, path: `/api/openings/${params.id}`, command: params.command }, () =>
      openingHref(params.id)
    )
  }
}
