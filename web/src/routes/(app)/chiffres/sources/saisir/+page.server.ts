import { error, fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { keyIn } from '#lib/access/after.ts'
import { csvIn } from '#lib/takeover/csv.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch }) => {
  const beside = await get(fetch, '/api/figures/beside', { query: {} })
  if (!beside.enters) error(404, '', { code: 'not_found' })
  return { choices: beside.choices, columns: beside.columns, key: idempotencyKey() }
}

/** As it was typed: what is no number is refused by the API, in its own words. */
const numberIn = (typed: string) => {
  const bare = typed.replaceAll(/\s/g, '').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : typed
}
const numbers = ['year', 'since', 'value', 'respondents']

/** What is left empty is not sent. The breakdown and its value are one choice of the form. */
const bodyIn = (typed: Record<string, string>) => {
  const { split = '', ...rest } = typed
  const [breakdown, of] = split.split(':')
  const said = Object.entries({ ...rest, breakdown, of }).flatMap(([name, value]) =>
    value === undefined || value === '' || name.startsWith('_') || name === 'csv'
      ? []
      : [[name, numbers.includes(name) ? numberIn(value) : value]]
  )
  return Object.fromEntries(said)
}

const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : []))
  )

const nothing = { problem: null, preview: null, csv: '', typed: {} as Record<string, string>, ofFile: false }
/** What is wrong with a file is said above the file, an empty one included. */
const ofFile = { ...nothing, ofFile: true }

export const actions: Actions = {
  enter: async ({ fetch, request }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const sent = await send(fetch, 'post', '/api/figures/beside', { body: bodyIn(typed), key: keyIn(form) })
    if (!sent.ok)
      return fail(sent.problem.status, {
        ...nothing,
        ...{ problem: sent.problem, typed, key: sent.key }
      })
    redirect(303, `/chiffres/sources?annee=${typed['year']}&fait=1`)
  },
  preview: async ({ fetch, request }) => {
    const csv = await csvIn(await request.formData())
    const key = idempotencyKey()
    const sent = await send(fetch, 'post', '/api/figures/beside/import/preview', { body: { csv }, key })
    if (!sent.ok) return fail(sent.problem.status, { ...ofFile, problem: sent.problem, csv, key })
    return { ...ofFile, preview: sent.value, csv, key }
  },
  import: async ({ fetch, request }) => {
    const form = await request.formData()
    const csv = String(form.get('csv') ?? '')
    const sent = await send(fetch, 'post', '/api/figures/beside/import', { body: { csv }, key: keyIn(form) })
    if (!sent.ok) return fail(sent.problem.status, { ...ofFile, problem: sent.problem, csv, key: sent.key })
    redirect(303, `/chiffres/sources?fait=${String(form.get('lines') ?? '1')}`)
  }
}
