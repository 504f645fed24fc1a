import { redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { comesBack } from '#lib/form/unsure.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/invitation/{token}'

/** Nothing is said of an invitation to who has not signed in: not even whether there is one. */
export const load: PageServerLoad = async ({ fetch, params, parent }) => {
  const { me } = await parent()
  return { offer: me ? await get(fetch, path, { path: params }) : null, key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request, url }) => {
    const key = String((await request.formData()).get('_key'))
    const sent = await send(fetch, 'post', `${path}/accept`, { at: params, key })
    if (!sent.ok) return comesBack(sent.problem, sent.key)
    // Whoever had a role already still acts in it: here both are named, with the press that changes.
    const { memberships } = await get(fetch, '/api/me')
    redirect(303, memberships.length > 1 ? url.pathname : '/')
  }
}
