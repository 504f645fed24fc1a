import { get, idempotencyKey } from '#lib/api.ts'
import { actionOf, doing } from '#lib/form/act.ts'
import { linkHref, linkPath } from '#lib/link/path.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, '/api/links/{token}', { path: params })
  return { view, action: actionOf(view, params.command), key: idempotencyKey() }
}

export const actions: Actions = {
  default: async (event) => {
    const { params } = event
    const view = await get(event.fetch, '/api/links/{token}', { path: params })
    return doing(event, { view, path: linkPath(params.token), command: params.command }, () =>
      linkHref(params.token)
    )
  }
}
