import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const [territory, cursor] = [url.searchParams.get('territoire'), url.searchParams.get('apres')]
  const query = { ...(territory && { territory }), ...(cursor && { cursor }) }
  return { list: await get(fetch, '/api/protocols', { query }), territory, cursor, key: idempotencyKey() }
}

export const actions: Actions = {
  create: async ({ fetch, request }) => {
    const form = await request.formData()
    const typed = Object.fromEntries(
      ['place', 'name', 'title', 'effectiveOn', 'from'].map((name) => [
        name,
        String(form.get(name) ?? '').trim()
      ])
    )
    const sent = await send(fetch, 'post', '/api/protocols', {
      body: { ...typed, from: typed['from'] || null },
      key: String(form.get('_key'))
    })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, typed, key: sent.key })
    redirect(303, `/protocoles/${typed['name']}/preparer`)
  }
}
