import { fail, redirect } from '@sveltejs/kit'
import type { paths } from '#lib/api.types.ts'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { comesBack, isSure, unsure } from '#lib/form/unsure.ts'
import type { Actions, PageServerLoad } from './$types'

type Asked = NonNullable<paths['/api/releases']['post']['requestBody']>['content']['application/json']
const here = '/chiffres/publications'

export const load: PageServerLoad = async ({ fetch, url }) => ({
  list: await get(fetch, '/api/releases'),
  done: url.searchParams.get('fait'),
  key: idempotencyKey()
})

const textIn = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

export const actions: Actions = {
  ask: async ({ fetch, request }) => {
    const form = await request.formData()
    const erratum = textIn(form, 'erratum')
    const leftOut = form.getAll('leftOut').map(String)
    const [quarter, kind] = textIn(form, 'release').split('.')
    // What is none of the choices is refused by the API, in its own words.
    const body = {
      quarter: quarter ?? '',
      kind: kind ?? '',
      erratum: erratum === '' ? null : erratum,
      leftOut
    } as Asked
    const sent = await send(fetch, 'post', '/api/releases', { key: textIn(form, '_key'), body })
    if (!sent.ok)
      return fail(sent.problem.status, {
        ...{ problem: sent.problem, key: sent.key },
        ...{ leftOut },
        typed: { release: textIn(form, 'release'), erratum }
      })
    redirect(303, `${here}?fait=demande`)
  },
  publish: async ({ fetch, request, locals }) => {
    const form = await request.formData()
    if (!isSure(form)) return comesBack(unsure(locals.locale, 'publication.unsure'))
    const act = { at: { number: Number(textIn(form, 'number')) }, key: textIn(form, '_key') }
    const sent = await send(fetch, 'post', '/api/releases/{number}/publish', act)
    if (!sent.ok) return comesBack(sent.problem, sent.key)
    redirect(303, `${here}?fait=publiee`)
  },
  drop: async ({ fetch, request }) => {
    const form = await request.formData()
    const act = { at: { number: Number(textIn(form, 'number')) }, key: textIn(form, '_key') }
    const sent = await send(fetch, 'post', '/api/releases/{number}/drop', act)
    if (!sent.ok) return comesBack(sent.problem, sent.key)
    redirect(303, `${here}?fait=abandonnee`)
  }
}
