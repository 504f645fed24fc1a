import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import type { paths } from '#lib/api.types.ts'
import { caseHref, doneHref, undoHref } from '#lib/case/links.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const path = '/api/cases/{id}/acts/{ref}/undo'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const [{ code }, view] = await Promise.all([
    get(fetch, '/api/cases/{id}', { path: { id: params.id } }),
    get(fetch, path, { path: params })
  ])
  return { id: params.id, code, view, key: idempotencyKey() }
}

type Reason = paths[typeof path]['post']['requestBody']['content']['application/json']['reason']

const asked = async ({ params, request }: RequestEvent) => {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  return { at: params, key: text('_key'), version: text('_version'), reason: text('reason') as Reason }
}

export const actions: Actions = {
  undo: async (event) => {
    const { reason, ...act } = await asked(event)
    const sent = await send(event.fetch, 'post', path, { ...act, body: { reason } })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, reason, key: sent.key })
    const href = caseHref(event.params.id)
    redirect(303, sent.value?.inSight === false ? `${href}/hors-perimetre` : doneHref(href, 'act.undone'))
  },
  ask: async (event) => {
    const { reason, ...act } = await asked(event)
    const sent = await send(event.fetch, 'post', `${path}/ask`, { ...act, body: { reason } })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, reason, key: sent.key })
    redirect(303, undoHref(event.params.id, event.params.ref))
  },
  withdraw: async (event) => {
    const { reason, ...act } = await asked(event)
    const sent = await send(event.fetch, 'post', `${path}/withdraw`, { ...act, body: {} })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, reason, key: sent.key })
    redirect(303, undoHref(event.params.id, event.params.ref))
  },
  decline: async (event) => {
    const { reason, ...act } = await asked(event)
    const sent = await send(event.fetch, 'post', `${path}/decline`, { ...act, body: {} })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, reason, key: sent.key })
    redirect(303, caseHref(event.params.id))
  }
}
