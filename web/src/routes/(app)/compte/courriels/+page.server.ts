import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { keyIn } from '#lib/access/after.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => ({
  mail: await get(fetch, '/api/mail'),
  done: url.searchParams.has('fait'),
  key: idempotencyKey()
})

export const actions: Actions = {
  default: async ({ fetch, request, url }) => {
    const form = await request.formData()
    const text = (name: string) => String(form.get(name) ?? '')
    const hour = (name: string) => (/^\d+$/.test(text(name)) ? Number(text(name)) : text(name))
    const wish = {
      mode: text('mode'),
      digestHour: hour('digestHour'),
      quietFrom: hour('quietFrom'),
      quietUntil: hour('quietUntil'),
      daysOff: text('daysOff') === 'true'
    }
    const sent = await send(fetch, 'put', '/api/mail', { key: keyIn(form), body: wish })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, wish, key: sent.key })
    redirect(303, `${url.pathname}?fait`)
  }
}
