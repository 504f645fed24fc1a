import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, post } from '#lib/api.ts'
import type { Compartment, LinkView } from '#lib/api.types.ts'
import { linkPath } from '#lib/link/path.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => ({
  view: await get<LinkView>(fetch, linkPath(params.token))
})

export const actions: Actions = {
  renew: async ({ fetch, params }) => {
    await post(fetch, `${linkPath(params.token)}/renewal`, { key: idempotencyKey() })
    // Whatever became of it, the same words, and on another page: this one is dead as soon as a new link is sent.
    redirect(303, '/lien/envoye')
  },
  show: async ({ fetch, params, request }) => {
    const asked = (await request.formData()).get('class')
    if (typeof asked !== 'string' || !/^[A-Z]$/.test(asked)) return fail(400, {})
    return { shown: await get<Compartment>(fetch, `${linkPath(params.token)}/compartments/${asked}`) }
  }
}
