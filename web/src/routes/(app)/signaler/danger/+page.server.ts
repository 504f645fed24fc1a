import { fail, redirect } from '@sveltejs/kit'
import { idempotencyKey, send } from '#lib/api.ts'
import type { Problem } from '#lib/api.types.ts'
import { flagInput, type Draft } from '#lib/flag/answers.ts'
import { readForm, readPlaces } from '#lib/flag/desk.ts'
import { gapProblem } from '#lib/flag/gaps.ts'
import { laneDraft, laneFields, laneGaps, laneOf, laneQuestions, settlementIn } from '#lib/flag/lane.ts'
import { textOf } from '#lib/form/parse.ts'
import { dayIn, paris } from '#lib/form/zone.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, parent }) => {
  const { me } = await parent()
  const form = await readForm(fetch)
  const fields = laneFields(form)
  return {
    lane: laneOf(form),
    onCall: form.onCall,
    withoutCell: form.withoutCell,
    unreadCell: form.unreadCell,
    refused: form.refused,
    shelters: form.shelters,
    territories: form.territories,
    fields,
    asked: laneQuestions(fields),
    places: await readPlaces(fetch, form),
    near: me.organisation.territory?.code ?? null,
    key: idempotencyKey()
  }
}

/** A refused flag was not made: the next attempt is another act. After a fault nobody knows, and the key stays. */
const back = (problem: Problem, { typed, signs }: Draft, key: string) =>
  fail(problem.status, { problem, typed, signs, key })

export const actions: Actions = {
  default: async ({ fetch, request, locals }) => {
    const [form, posted] = await Promise.all([readForm(fetch), request.formData()])
    const places = await readPlaces(fetch, form)
    const where = settlementIn(posted, places)?.territory ?? posted.get('territory')
    const met = form.territories.find(({ code }) => code === where)
    const today = dayIn(met?.zone ?? paris, locals.now)
    const draft = laneDraft(form, posted, { key: textOf(posted, '_key') || idempotencyKey(), today, places })
    const gaps = gapProblem(laneGaps(form, draft), locals.locale)
    if (gaps) return back(gaps, draft, draft.key)
    const sent = await send(fetch, 'post', '/api/cases', { body: flagInput(form, draft), key: draft.key })
    if (!sent.ok) return back(sent.problem, draft, sent.key)
    redirect(303, sent.value ? `/signaler/envoye/${sent.value.id}?danger=1` : '/signaler/envoye')
  }
}
