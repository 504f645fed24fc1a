import { get, idempotencyKey, send } from '#lib/api.ts'
import { doneAt } from '#lib/access/done.ts'
import { after, keyIn } from '#lib/access/after.ts'
import { comesBack, isSure, unsure } from '#lib/form/unsure.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/organisations/{id}'

/** First which other one, among those of the same kind that are accredited; then what would move. */
export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const view = await get(fetch, path, { path: params })
  const [into, q] = [url.searchParams.get('avec'), url.searchParams.get('nom')]
  const query = { type: view.type, status: 'accredited', ...(q && { q }) } as { type: 'association' }
  return {
    view,
    q,
    others: into
      ? []
      : (await get(fetch, '/api/organisations', { query })).items.filter(({ id }) => id !== view.id),
    preview: into ? await get(fetch, `${path}/merge/{into}`, { path: { id: params.id, into } }) : null,
    key: idempotencyKey()
  }
}

export const actions: Actions = {
  default: async ({ fetch, params, request, locals }) => {
    const form = await request.formData()
    if (!isSure(form)) return comesBack(unsure(locals.locale, 'org.mergeUnsure'))
    const body = { kind: 'merge', into: String(form.get('into')) }
    const sent = await send(fetch, 'post', `${path}/proposals`, { at: params, body, key: keyIn(form) })
    return after(sent, doneAt(`/organisations/${params.id}`, 'propose'))
  }
}
