import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { keyIn } from '#lib/access/after.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => ({
  exact: await get(fetch, '/api/figures/exact'),
  done: url.searchParams.has('fait'),
  key: idempotencyKey()
})

const answers = ['allow', 'refuse', 'withdraw'] as const

export const actions: Actions = {
  ask: async ({ fetch, request, url }) => {
    const form = await request.formData()
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const year = text('year')
    const body = {
      report: text('report'),
      year: /^\d+$/.test(year) ? Number(year) : year,
      purpose: text('purpose')
    }
    const sent = await send(fetch, 'post', '/api/figures/exact', { body, key: keyIn(form) })
    if (!sent.ok) {
      const typed = { report: body.report, year, purpose: body.purpose }
      return fail(sent.problem.status, { problem: sent.problem, typed, key: sent.key })
    }
    redirect(303, `${url.pathname}?fait`)
  },
  settle: async ({ fetch, request, url }) => {
    const form = await request.formData()
    const how = answers.find((one) => one === form.get('how')) ?? 'refuse'
    const at = { id: String(form.get('id')) }
    const sent = await send(fetch, 'post', `/api/figures/exact/{id}/${how}`, { at, key: keyIn(form) })
    if (!sent.ok)
      return fail(sent.problem.status, {
        ...{ problem: sent.problem, typed: { report: '', year: '', purpose: '' } },
        key: sent.key
      })
    redirect(303, `${url.pathname}?fait`)
  }
}
