import { redirect } from '@sveltejs/kit'
import { fail, get, idempotencyKey, send } from '#lib/api.ts'
import { textOf } from '#lib/form/parse.ts'
import { mayBeCode } from '#lib/case/code.ts'
import { asked, listHref, readQuery } from '#lib/worklist/query.ts'
import { actTogether, ticksOf } from '#lib/worklist/together.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const query = readQuery(url, 'all')
  if (query.q && !mayBeCode(query.q)) redirect(303, '/chercher')
  const [list, choices, saved] = await Promise.all([
    get(fetch, '/api/cases', asked(query)),
    get(fetch, '/api/worklist/choices'),
    get(fetch, '/api/worklist/views')
  ])
  return { query, list, choices, saved: saved.items, ticks: ticksOf(list.items) }
}

export const actions: Actions = {
  together: async ({ fetch, request }) => actTogether(fetch, await request.formData()),
  keep: async ({ fetch, request }) => {
    const asked = Object.fromEntries(
      [...(await request.formData())].map(([name, value]) => [name, String(value)])
    )
    const sent = await send(fetch, 'put', '/api/worklist/views', { body: asked, key: idempotencyKey() })
    if (!sent.ok) fail(sent.problem)
    redirect(303, listHref('/dossiers', asked))
  },
  forget: async ({ fetch, request }) => {
    const id = textOf(await request.formData(), 'id')
    const sent = await send(fetch, 'delete', '/api/worklist/views/{id}', {
      at: { id },
      key: idempotencyKey()
    })
    if (!sent.ok) fail(sent.problem)
    redirect(303, '/dossiers')
  }
}
