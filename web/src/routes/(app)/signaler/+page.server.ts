import { redirect } from '@sveltejs/kit'
import { nthPerson } from '#lib/flag/answers.ts'
import { dropDraft, readDraft, readForm } from '#lib/flag/desk.ts'
import { contentsOf, firstScreen, firstUnseen, screensOf } from '#lib/flag/steps.ts'
import type { Actions, PageServerLoad } from './$types'

/** Without a draft the first question comes at once: danger does not wait behind a welcome page. */
export const load: PageServerLoad = async ({ fetch }) => {
  const { draft, hours } = await readDraft(fetch)
  if (draft && nthPerson(draft) !== null) redirect(303, '/signaler/relire')
  if (!draft || draft.seen.length === 0) redirect(303, `/signaler/${firstScreen}`)
  const screens = screensOf(await readForm(fetch))
  return {
    resume: firstUnseen(screens, draft.seen),
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
