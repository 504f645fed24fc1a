import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => ({
  occupancy: await get(fetch, '/api/asylum/occupancy'),
  done: url.searchParams.has('fait'),
  key: idempotencyKey()
})

/** A number as it was typed: what is none is refused by the API, in its own words. */
const numberIn = (typed: string) => (/^\d+$/.test(typed) ? Number(typed) : typed)

export const actions: Actions = {
  default: async ({ fetch, request, url }) => {
    const form = await request.formData()
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const sent = await send(fetch, 'post', '/api/asylum/occupancy', {
      key: text('_key'),
      body: {
        centre: text('centre'),
        region: text('region'),
        asOf: text('asOf'),
        places: numberIn(text('places')),
        occupied: numberIn(text('occupied'))
      }
    })
    if (!sent.ok) {
      const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
      return fail(sent.problem.status, { problem: sent.problem, typed, key: sent.key })
    }
    redirect(303, `${url.pathname}?fait`)
  }
}
