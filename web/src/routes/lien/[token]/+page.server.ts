import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import type { SealedClass } from '#lib/api.types.ts'
import { answersByLink } from '#lib/link/answer.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => ({
  view: await get(fetch, '/api/links/{token}', { path: params }),
  key: idempotencyKey()
})

export const actions: Actions = {
  accept: (event) => answersByLink(event, { token: event.params.token, command: 'accept' }),
  renew: async ({ fetch, params }) => {
    await send(fetch, 'post', '/api/links/{token}/renewal', { at: params, key: idempotencyKey() })
    // Whatever became of it, the same words, and on another page: this one is dead as soon as a new link is sent.
    redirect(303, '/lien/envoye')
  },
  show: async ({ fetch, params, request }) => {
    const asked = (await request.formData()).get('class')
    if (typeof asked !== 'string' || !/^[A-Z]$/.test(asked)) return fail(400, {})
    const path = { token: params.token, class: asked as Exclude<SealedClass, 'A'> }
    return { shown: await get(fetch, '/api/links/{token}/compartments/{class}', { path }) }
  }
}
