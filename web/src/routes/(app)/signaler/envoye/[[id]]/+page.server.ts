import { get, getIfAllowed } from '#lib/api.ts'
import { fail, redirect } from '@sveltejs/kit'
import { shelterTonight } from '#lib/case/offered.ts'
import { anotherPerson } from '#lib/flag/answers.ts'
import { keepDraft, readDraft } from '#lib/flag/desk.ts'
import { flaggedWith, linkEach } from '#lib/flag/linking.ts'
import { onCallIn, unheardIn } from '#lib/flag/on-call.ts'
import type { Actions, PageServerLoad } from './$types'

/** The flag was received; whether its author still sees the case is another matter. */
export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const view = params.id ? await getIfAllowed(fetch, '/api/cases/{id}', { path: { id: params.id } }) : null
  const triage = view?.deadlines.find(
    ({ code, state }) => code.startsWith('MNIO-TRIAGE') && state === 'running'
  )
  const { draft, hours } = await readDraft(fetch)
  const form = view ? await get(fetch, '/api/flag-form') : null
  const flagged = draft?.operation?.flagged ?? []
  const others = view ? flaggedWith(view.id, flagged) : []
  const links =
    view && others.length > 0
      ? await getIfAllowed(fetch, '/api/cases/{id}/links', { path: { id: view.id } })
      : null
  const place = view?.territory?.code ?? ''
  const urgent = view?.badges.some(({ tone }) => tone === 'danger') ?? false
  return {
    hours,
    onCall: urgent && form ? onCallIn(form, place) : null,
    noCell: form ? unheardIn(form, place) : null,
    again: draft?.operation !== undefined,
    flagged,
    kinds: links?.kinds ?? [],
    linked: Number(url.searchParams.get('lies')) || 0,
    sent: view && {
      id: view.id,
      code: view.code,
      triageBefore: triage
        ? { dueAt: triage.dueAt, dueOn: triage.hours === null ? triage.dueOn : null }
        : null
    },
    urgent,
    minor: view?.badges.some(({ tone }) => tone === 'minor') ?? false,
    lane: url.searchParams.has('danger'),
    shelter: view?.actions.some(({ command, enabled }) => command === shelterTonight && enabled) ?? false
  }
}

export const actions: Actions = {
  another: async ({ fetch }) => {
    const { draft } = await readDraft(fetch)
    const problem = draft && (await keepDraft(fetch, anotherPerson(draft)))
    if (problem) return fail(problem.status, { unkept: problem })
    redirect(303, '/signaler/relire')
  },
  link: async ({ fetch, params: { id = '' }, request }) => {
    const kind = String((await request.formData()).get('kind') ?? '')
    const { draft } = await readDraft(fetch)
    const codes = flaggedWith(id, draft?.operation?.flagged ?? []).map(({ code }) => code)
    const { linked, refused } = await linkEach(fetch, id, { codes, kind })
    if (refused) return fail(refused.status, { problem: refused, kind })
    redirect(303, `/signaler/envoye/${id}?lies=${linked}`)
  }
}
