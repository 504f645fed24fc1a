import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send } from '#lib/api.ts'
import { keyIn } from '#lib/access/after.ts'
import { csvIn } from '#lib/takeover/csv.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const doneBefore = url.searchParams.has('repris')
  return { files: await get(fetch, '/api/files'), doneBefore, key: idempotencyKey() }
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

/** The page as it is before anything is sent. */
const fresh = () => ({
  ...{ problem: null, preview: null, csv: '', to: null },
  ...{ key: idempotencyKey(), decided: { take: [], leave: [] } }
})

export const actions: Actions = {
  preview: async ({ fetch, request }) => {
    const form = await request.formData()
    const csv = await csvIn(form)
    const to = teamIn(form)
    const asked = { body: { csv, ...to, mended: mendedIn(form) }, key: idempotencyKey() }
    const sent = await send(fetch, 'post', '/api/files/preview', asked)
    const again = {
      taken: null,
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
    // What the file called each of them stands in no address: it is read on this answer, and nowhere afterwards.
    if (sent.ok && sent.value?.taken) return { ...fresh(), taken: sent.value.taken }
    if (sent.ok) redirect(303, '/reprise?repris')
    const asked = { body: { csv, ...to }, key: idempotencyKey() }
    const shown = await send(fetch, 'post', '/api/files/preview', asked)
    return fail(sent.problem.status, {
      ...{ problem: sent.problem, preview: shown.ok ? shown.value : null, csv, to: to.teamId, decided },
      taken: null,
      key: sent.key
    })
  }
}
