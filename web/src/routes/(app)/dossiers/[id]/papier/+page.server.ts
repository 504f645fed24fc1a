import { get } from '#lib/api.ts'
import { nearestFirst } from '#lib/case/clock.ts'
import type { PageServerLoad } from './$types'

const lines = 50

/** The case as this reader is told it, to be read on paper: no more than its page shows, and journaled as that is. */
export const load: PageServerLoad = async ({ fetch, params, locals }) => {
  const view = await get(fetch, '/api/cases/{id}', { path: params, query: { events: lines, next: 'form' } })
  const { id, code, badges, territory, openedOn, capacity, regions, referrals, consents, classes } = view
  const { is, label, because } = view.nextStep
  // Nothing that waits has a day: what comes next is said with its own.
  const due = is === 'nothing' ? null : view.nextStep.due
  return {
    ...{ id, code, badges, territory, openedOn, capacity, regions, referrals, consents },
    next: { label, because, due },
    deadlines: nearestFirst(view.deadlines),
    masked: classes.filter(({ access }) => access !== 'open').map((one) => one.label),
    story: view.timeline,
    older: view.timeline.length >= lines,
    printedAt: locals.now.toISOString()
  }
}
