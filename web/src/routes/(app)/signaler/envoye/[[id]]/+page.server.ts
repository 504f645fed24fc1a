import { get, getIfAllowed } from '#lib/api.ts'
import { redirect } from '@sveltejs/kit'
import { shelterTonight } from '#lib/case/offered.ts'
import { anotherPerson } from '#lib/flag/answers.ts'
import { keepDraft, readDraft } from '#lib/flag/desk.ts'
import { onCallIn } from '#lib/flag/on-call.ts'
import type { Actions, PageServerLoad } from './$types'

/** The flag was received; whether its author still sees the case is another matter. */
export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const view = params.id ? await getIfAllowed(fetch, '/api/cases/{id}', { path: { id: params.id } }) : null
  const triage = view?.deadlines.find(
    ({ code, state }) => code.startsWith('MNIO-TRIAGE') && state === 'running'
  )
  const { draft, hours } = await readDraft(fetch)
  const form = view ? await get(fetch, '/api/flag-form') : null
  const place = view?.territory?.code ?? ''
  const urgent = view?.badges.some(({ tone }) => tone === 'danger') ?? false
  return {
    hours,
    onCall: urgent && form ? onCallIn(form, place) : null,
    noCell: form?.withoutCell.includes(place) ?? false,
    again: draft?.operation !== undefined,
    flagged: draft?.operation?.flagged ?? [],
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
    if (draft) await keepDraft(fetch, anotherPerson(draft))
    redirect(303, '/signaler/relire')
  }
}
