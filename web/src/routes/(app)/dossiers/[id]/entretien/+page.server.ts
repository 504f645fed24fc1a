import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import type { paths } from '#lib/api.types.ts'
import { caseHref, doneHref } from '#lib/case/links.ts'
import { bodyOf, firstAct, saidIn } from '#lib/conversation/said.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/cases/{id}/conversation'
type Text = NonNullable<NonNullable<paths[typeof path]['get']['parameters']['query']>['text']>

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  // A text that is none is refused by the API, in its own words.
  const text = url.searchParams.get('texte') as Text | null
  const sheet = await get(fetch, path, { path: params, query: text ? { text } : {} })
  return { id: params.id, sheet, key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const said = saidIn(form)
    const body = bodyOf(said)
    const [key, version] = [String(form.get('_key') ?? ''), String(form.get('_version') ?? '')]
    const sent = await send(fetch, 'post', path, { at: params, key, version, body })
    if (sent.ok) redirect(303, doneHref(caseHref(params.id), firstAct(body)))
    const { problem } = sent
    // Nobody knows after a fault whether it was recorded: under the same key it is recorded once.
    return fail(problem.status, { problem, said, key: problem.status >= 500 ? key : idempotencyKey() })
  }
}
