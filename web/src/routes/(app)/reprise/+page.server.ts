import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { keyIn } from '#lib/access/after.ts'
import { csvIn } from '#lib/takeover/csv.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const done = url.searchParams.get('repris')
  return { files: await get(fetch, '/api/files'), done, key: idempotencyKey() }
}

const teamIn = (form: FormData) => ({ teamId: String(form.get('to') ?? '') || null, personId: null })

/** Of each line that may be of somebody who is known, what was ticked. */
const decidedIn = (form: FormData) => {
  const said = [...form].flatMap(([name, value]) => {
    const [, line] = /^line-(\d+)$/.exec(name) ?? []
    return line ? [{ line: Number(line), takes: value === 'take' }] : []
  })
  const lines = (takes: boolean) => said.filter((one) => one.takes === takes).map(({ line }) => line)
  return { take: lines(true), leave: lines(false) }
}

/** Cells that were written anew on the page itself. */
const mendedIn = (form: FormData) =>
  [...form].flatMap(([name, value]) => {
    const [, line, column] = /^cell-(\d+)-(\w+)$/.exec(name) ?? []
    return line && column ? [{ line: Number(line), column, text: String(value) }] : []
  })

export const actions: Actions = {
  preview: async ({ fetch, request }) => {
    const form = await request.formData()
    const csv = await csvIn(form)
    const to = teamIn(form)
    const asked = { body: { csv, ...to, mended: mendedIn(form) }, key: idempotencyKey() }
    const sent = await send(fetch, 'post', '/api/files/preview', asked)
    const again = {
      csv: sent.ok ? (sent.value?.csv ?? csv) : csv,
      to: to.teamId,
      key: idempotencyKey(),
      decided: { take: [], leave: [] }
    }
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, preview: null, ...again })
    return { problem: null, preview: sent.value, ...again }
  },
  take: async ({ fetch, request }) => {
    const form = await request.formData()
    const csv = String(form.get('csv') ?? '')
    const [to, decided] = [teamIn(form), decidedIn(form)]
    const sent = await send(fetch, 'post', '/api/files', {
      body: { csv, ...to, ...decided },
      key: keyIn(form)
    })
    if (sent.ok) redirect(303, `/reprise?repris=${sent.value?.taken?.length ?? ''}`)
    const asked = { body: { csv, ...to }, key: idempotencyKey() }
    const shown = await send(fetch, 'post', '/api/files/preview', asked)
    return fail(sent.problem.status, {
      ...{ problem: sent.problem, preview: shown.ok ? shown.value : null, csv, to: to.teamId, decided },
      key: sent.key
    })
  }
}
