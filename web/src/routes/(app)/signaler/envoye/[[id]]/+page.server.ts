import { getIfAllowed } from '#lib/api.ts'
import type { CaseView } from '#lib/api.types.ts'
import type { PageServerLoad } from './$types'

/** The flag was received; whether its author still sees the case is another matter. */
export const load: PageServerLoad = async ({ fetch, params }) => {
  const view = params.id ? await getIfAllowed<CaseView>(fetch, `/api/cases/${params.id}`) : null
  const triage = view?.deadlines.find(
    ({ code, state }) => code.startsWith('MNIO-TRIAGE') && state === 'running'
  )
  return {
    sent: view && { id: view.id, code: view.code, triageBefore: triage?.dueAt ?? null },
    urgent: view?.badges.some(({ tone }) => tone === 'danger') ?? false
  }
}
