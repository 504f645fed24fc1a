import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { caseHref, doneHref } from '#lib/case/links.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/cases/{id}/acts/{ref}/undo'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const [{ code }, view] = await Promise.all([
    get(fetch, '/api/cases/{id}', { path: { id: params.id } }),
    get(fetch, path, { path: params })
  ])
  return { id: params.id, code, view, key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const text = (name: string) => String(form.get(name) ?? '')
    const [key, version, reason] = [text('_key'), text('_version'), text('reason')]
    const sent = await send(fetch, 'post', path, { at: params, key, version, body: { reason } })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, reason, key: sent.key })
    const href = caseHref(params.id)
    redirect(303, sent.value?.inSight === false ? `${href}/hors-perimetre` : doneHref(href, 'act.undone'))
  }
}
