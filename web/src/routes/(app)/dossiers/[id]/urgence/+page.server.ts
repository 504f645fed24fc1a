import { get, idempotencyKey } from '#lib/api.ts'
import { caseHref } from '#lib/case/links.ts'
import { actionOf, doing } from '#lib/form/act.ts'
import type { Actions, PageServerLoad } from './$types'

const command = 'open'
const path = '/api/cases/{id}/emergency'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get(fetch, path, { path: params })
  return { view, id: params.id, action: actionOf(view, command), key: idempotencyKey() }
}

export const actions: Actions = {
  default: async (event) => {
    const { params } = event
    const view = await get(event.fetch, path, { path: params })
    return doing(event, { view, path: `/api/cases/${params.id}/emergency`, command }, () =>
      caseHref(params.id)
    )
  }
}
