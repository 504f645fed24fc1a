import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, post } from '#lib/api.ts'
import type { VersionView } from '#lib/api.types.ts'
import { translate } from '#lib/messages.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (version: string) => `/api/configuration/${encodeURIComponent(version)}`

/** What is published is read here a last time; there is nothing to confirm of what is no draft. */
export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = await get<VersionView>(fetch, pathOf(params.version))
  if (view.state !== 'draft') redirect(303, `/configuration/${params.version}`)
  return { view, key: idempotencyKey() }
}

export const actions: Actions = {
  default: async ({ fetch, params, request, locals }) => {
    const form = await request.formData()
    if (form.get('sure') !== 'true') {
      const message = translate(locals.locale, 'config.publishUnsure')
      const errors = [{ field: 'sure', code: 'unsure', message }]
      const title = translate(locals.locale, 'problem.400.title')
      return fail(400, { problem: { title, status: 400, code: 'unsure', errors }, key: idempotencyKey() })
    }
    const act = { key: String(form.get('_key')), version: String(form.get('_version')) }
    const sent = await post<VersionView>(fetch, `${pathOf(params.version)}/publish`, act)
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, key: idempotencyKey() })
    redirect(303, `/configuration/${params.version}?publiee`)
  }
}
