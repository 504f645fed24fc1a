import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { get, idempotencyKey, send, type Sent } from '#lib/api.ts'
import { metIn } from '#lib/flag/answers.ts'
import { keepDraft, readDraft } from '#lib/flag/desk.ts'
import { firstScreen } from '#lib/flag/steps.ts'
import type { paths } from '#lib/api.types.ts'
import type { Actions, PageServerLoad } from './$types'

const register = '/api/settlements'
type Added = NonNullable<paths['/api/settlements']['post']['requestBody']>['content']['application/json']

export const load: PageServerLoad = async ({ fetch, url }) => ({
  register: await get(fetch, register),
  done: url.searchParams.has('fait'),
  begun: url.searchParams.has('commence'),
  key: idempotencyKey()
})

const textIn = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

/** What is refused is said beside the form that was sent, with what was typed there. */
const after = (sent: Sent<unknown>, form: FormData, sentFrom: string, { pathname }: URL) => {
  if (sent.ok) redirect(303, `${pathname}?fait`)
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  return fail(sent.problem.status, { problem: sent.problem, typed, sentFrom, key: sent.key })
}

/** A flag that begins where the person was met. One that is begun already is left as it is. */
const flagFrom = async ({ fetch, request, url }: Pick<RequestEvent, 'fetch' | 'request' | 'url'>) => {
  const id = textIn(await request.formData(), 'id')
  const { items } = await get(fetch, register)
  const settlement = items.find((one) => one.id === id && one.open)
  if (!settlement) error(404, '')
  const { draft } = await readDraft(fetch)
  if (draft && draft.seen.length > 0) redirect(303, `${url.pathname}?commence`)
  const problem = await keepDraft(fetch, metIn(idempotencyKey(), settlement))
  if (problem)
    return fail(problem.status, { problem, typed: { id }, sentFrom: 'flag', key: idempotencyKey() })
  redirect(303, `/signaler/${firstScreen}`)
}

export const actions: Actions = {
  flag: flagFrom,
  add: async ({ fetch, request, url }) => {
    const form = await request.formData()
    const [label, kind, commune, territory] = ['label', 'kind', 'commune', 'territory'].map((name) =>
      textIn(form, name)
    )
    // What is none of the choices is refused by the API, in its own words.
    const body = { label, kind, commune, territory } as Added
    return after(await send(fetch, 'post', register, { key: textIn(form, '_key'), body }), form, 'add', url)
  },
  close: async ({ fetch, request, url }) => {
    const form = await request.formData()
    const act = { at: { id: textIn(form, 'id') }, key: textIn(form, '_key') }
    return after(await send(fetch, 'post', '/api/settlements/{id}/close', act), form, 'close', url)
  }
}
