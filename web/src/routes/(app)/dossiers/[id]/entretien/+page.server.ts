import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send, type Fetch } from '#lib/api.ts'
import type { paths } from '#lib/api.types.ts'
import { conversationHref, doneHref } from '#lib/case/links.ts'
import { actsIn, bodyOf, saidIn } from '#lib/conversation/said.ts'
import { squareOf } from '#lib/conversation/square.server.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/cases/{id}/conversation'
type Text = NonNullable<NonNullable<paths[typeof path]['get']['parameters']['query']>['text']>

/** What was just recorded is said from the story. */
const newestOf = async (fetcher: Fetch, at: { id: string }) =>
  (await get(fetcher, '/api/cases/{id}', { path: at, query: { events: 6, acts: 'none' } })).timeline

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  // A text that is none is refused by the API, in its own words.
  const text = url.searchParams.get('texte') as Text | null
  const done = url.searchParams.getAll('fait')
  const [sheet, events] = await Promise.all([
    get(fetch, path, { path: params, query: text ? { text } : {} }),
    done.length === 0 ? [] : newestOf(fetch, params)
  ])
  const { code } = sheet.beside ?? sheet.plain
  return {
    id: params.id,
    sheet,
    done,
    events,
    square: squareOf(`${url.origin}/t/${code}`),
    key: idempotencyKey()
  }
}

export const actions: Actions = {
  default: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const said = saidIn(form)
    const body = bodyOf(said)
    const [key, version] = [String(form.get('_key') ?? ''), String(form.get('_version') ?? '')]
    const sent = await send(fetch, 'post', path, { at: params, key, version, body })
    // The person sits before this screen: what comes next is what they take with them, never their file.
    if (sent.ok)
      redirect(303, `${doneHref(conversationHref(params.id), ...actsIn(body))}&texte=${body.shown}`)
    return fail(sent.problem.status, { problem: sent.problem, said, key: sent.key })
  }
}
