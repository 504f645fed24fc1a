import { redirect } from '@sveltejs/kit'
import { flagFields, nthPerson } from '#lib/flag/answers.ts'
import { dropDraft, readDraft, readForm, todayFor } from '#lib/flag/desk.ts'
import { allGaps } from '#lib/flag/review.ts'
import { contentsOf, firstOpen, firstScreen, screensOf } from '#lib/flag/steps.ts'
import type { Actions, PageServerLoad } from './$types'

/** Without a draft the first question comes at once: danger does not wait behind a welcome page. */
export const load: PageServerLoad = async ({ fetch, locals }) => {
  const { draft, hours } = await readDraft(fetch)
  if (draft && nthPerson(draft) !== null) redirect(303, '/signaler/relire')
  if (!draft || draft.seen.length === 0) redirect(303, `/signaler/${firstScreen}`)
  const form = await readForm(fetch)
  const [screens, fields, today] = [screensOf(form), flagFields(form), todayFor(form, draft, locals.now)]
  return {
    // Of one that was refused, what it lacks comes before what follows it.
    resume: firstOpen(screens, draft.seen, ({ steps }) => allGaps(steps, fields, draft, today).length > 0),
    seen: contentsOf(screens, draft.seen, '').filter(({ seen }) => seen).length,
    of: screens.length,
    hours
  }
}

export const actions: Actions = {
  discard: async ({ fetch }) => {
    await dropDraft(fetch)
    redirect(303, `/signaler/${firstScreen}`)
  }
}
