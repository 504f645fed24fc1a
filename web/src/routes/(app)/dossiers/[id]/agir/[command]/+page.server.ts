import { fail, get, getIfAllowed, idempotencyKey, read, type Fetch } from '#lib/api.ts'
import type { CaseAction, JsonForm } from '#lib/api.types.ts'
import { likenessOf } from '#lib/case/likeness.ts'
import { caseHref, doneHref } from '#lib/case/links.ts'
import { doing } from '#lib/form/act.ts'
import { withLists } from '#lib/form/lists.ts'
import type { Actions, PageServerLoad } from './$types'

/** The act as it stands now. An act that is gone, or never was, has its own words: the page says so and leads back. */
async function actionNow(fetcher: Fetch, path: { id: string; command: string }): Promise<CaseAction | null> {
  const found = await read(fetcher, '/api/cases/{id}/actions/{command}', { path })
  if (found.ok) return found.value
  return found.problem.status === 404 ? null : fail(found.problem)
}

/**
 * The form with the service that was found in the directory, where it may name it: it stays to be sent. Anybody can write such a link, and
 * would have a case sent where they want it: beside the field stands who chose (`byLink`).
 */
function naming(form: JsonForm, recipient: string | null): JsonForm {
  const field = form.properties?.['recipientId']
  if (!field?.oneOf?.some((one) => one.const === recipient)) return form
  return { ...form, properties: { ...form.properties, recipientId: { ...field, default: recipient } } }
}

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const [view, now] = await Promise.all([
    get(fetch, '/api/cases/{id}', { path: params, query: { events: 1 } }),
    actionNow(fetch, params)
  ])
  const plain = now && (await withLists(fetch, now.input))
  const recipient = url.searchParams.get('destinataire')
  const action = now && plain && { ...now, input: naming(plain, recipient) }
  const asks = (field: string) => action?.enabled === true && field in (action.input.properties ?? {})
  const joined = action?.confirms === 'merge.propose' ? view.joined : null
  const [matching, likeness, other] = await Promise.all([
    asks('placeId') ? getIfAllowed(fetch, '/api/places/matching', { query: { case: params.id } }) : null,
    asks('into') ? likenessOf(fetch, view) : [],
    joined ? getIfAllowed(fetch, '/api/cases/{id}', { path: { id: joined.id } }) : null
  ])
  return {
    // A form is sent with the version at which it was read.
    view: { ...view, actions: [], version: action?.version ?? view.version },
    action,
    byLink: action && action.input !== plain ? recipient : null,
    key: idempotencyKey(),
    matching: matching?.items ?? [],
    likeness,
    other: other && { ...other, actions: [] }
  }
}

export const actions: Actions = {
  default: async (event) => {
    const { params } = event
    const action = await actionNow(event.fetch, params)
    const view = { version: action?.version ?? '', actions: action ? [action] : [] }
    return doing(event, { view, path: `/api/cases/${params.id}`, command: params.command }, (inSight) =>
      inSight ? doneHref(caseHref(params.id), params.command) : `${caseHref(params.id)}/hors-perimetre`
    )
  }
}
