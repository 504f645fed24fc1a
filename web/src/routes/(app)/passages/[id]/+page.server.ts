import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send, type Sent } from '#lib/api.ts'
import type { HandingView, paths } from '#lib/api.types.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const handing = await get(fetch, '/api/handings/{id}', { path: params })
  return { handing, done: url.searchParams.has('fait'), key: idempotencyKey() }
}

type Reason<S extends 'refuse' | 'withdraw'> =
  paths[`/api/handings/{id}/${S}`]['post']['requestBody']['content']['application/json']['reason']
type Doing = { at: { id: string }; key: string; version: string }

/** It is answered, or taken back, as it was read: one that has moved since is refused, and what was chosen is kept. */
const doing =
  (act: (asked: Doing, text: (name: string) => string, event: RequestEvent) => Promise<Sent<HandingView>>) =>
  async (event: RequestEvent) => {
    const form = await event.request.formData()
    const text = (name: string) => String(form.get(name) ?? '')
    const sent = await act({ at: event.params, key: text('_key'), version: text('_version') }, text, event)
    if (sent.ok) redirect(303, `${event.url.pathname}?fait`)
    const chosen = { reason: text('reason'), teamId: text('to') }
    return fail(sent.problem.status, { problem: sent.problem, ...chosen, key: sent.key })
  }

export const actions: Actions = {
  accept: doing((asked, text, { fetch }) =>
    send(fetch, 'post', '/api/handings/{id}/accept', { ...asked, body: { teamId: text('to') || null } })
  ),
  refuse: doing((asked, text, { fetch }) =>
    send(fetch, 'post', '/api/handings/{id}/refuse', {
      ...asked,
      body: { reason: text('reason') as Reason<'refuse'> }
    })
  ),
  withdraw: doing((asked, text, { fetch }) =>
    send(fetch, 'post', '/api/handings/{id}/withdraw', {
      ...asked,
      body: { reason: text('reason') as Reason<'withdraw'> }
    })
  )
}
