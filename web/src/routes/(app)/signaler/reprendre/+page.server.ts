import { fail, redirect } from '@sveltejs/kit'
import { idempotencyKey, send } from '#lib/api.ts'
import { emptyDraft } from '#lib/flag/answers.ts'
import { keepDraft, readDraft } from '#lib/flag/desk.ts'
import { csvIn } from '#lib/takeover/csv.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch }) => {
  const { draft } = await readDraft(fetch)
  return { busy: draft !== null }
}

const recordIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const previewOf = (fetcher: typeof fetch, text: string) =>
  send(fetcher, 'post', '/api/exchange/htcds/preview', { body: recordIn(text), key: idempotencyKey() })

export const actions: Actions = {
  preview: async ({ fetch, request }) => {
    const text = await csvIn(await request.formData())
    const sent = await previewOf(fetch, text)
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, preview: null, text })
    return { problem: null, preview: sent.value, text }
  },
  begin: async ({ fetch, request }) => {
    const text = String((await request.formData()).get('csv') ?? '')
    const sent = await previewOf(fetch, text)
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, preview: null, text })
    // A flag that somebody is writing is not written over.
    if ((await readDraft(fetch)).draft) redirect(303, '/signaler')
    const typed = Object.fromEntries((sent.value?.answers ?? []).map(({ field, values }) => [field, values]))
    const problem = await keepDraft(fetch, { ...emptyDraft(idempotencyKey()), typed })
    if (problem) return fail(problem.status, { problem, preview: null, text })
    redirect(303, '/signaler')
  }
}
