import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { keyIn, typedIn } from '#lib/access/after.ts'
import { settling, several } from '#lib/access/settling.ts'
import type { Actions, PageServerLoad } from './$types'

const asked = { q: 'nom', type: 'genre', status: 'etat', territory: 'departement', cursor: 'apres' } as const

export const load: PageServerLoad = async ({ fetch, url }) => {
  const found = Object.entries(asked).flatMap(([name, word]) => {
    const value = url.searchParams.get(word)
    return value ? [[name, value] as const] : []
  })
  const query = Object.fromEntries(found) as Record<string, string>
  const made = Number(url.searchParams.get('reprises')) || 0
  return { list: await get(fetch, '/api/organisations', { query }), query, made, key: idempotencyKey() }
}

export const actions: Actions = {
  create: async ({ fetch, request }) => {
    const form = await request.formData()
    const body = typedIn(form, 'name', 'type', 'territory', 'siret')
    const sent = await send(fetch, 'post', '/api/organisations', {
      body: { ...body, name: body.name ?? '', siret: body.siret?.replaceAll(/\s/g, '') ?? null },
      key: keyIn(form)
    })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, typed: body, key: sent.key })
    redirect(303, sent.value ? `/organisations/${sent.value.id}` : '/organisations')
  },
  ...settling,
  several
}
