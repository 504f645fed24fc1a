import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send, type Fetch, type Sent } from '#lib/api.ts'
import type { paths } from '#lib/api.types.ts'
import type { Actions, PageServerLoad } from './$types'

// One that is none is refused by the API, in its own words.
type Territory = NonNullable<NonNullable<paths['/api/referents']['get']['parameters']['query']>['territory']>

/** Whom to speak to in the prosecutions of a territory: of one's own until another is asked for. */
export const load: PageServerLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent()
  const asked = url.searchParams.get('territoire')
  const territory = asked ?? me.organisation.territory?.code ?? ''
  const query = { territory: territory === '' ? undefined : (territory as Territory) }
  return {
    list: await get(fetch, '/api/referents', { query }),
    territory,
    done: url.searchParams.has('fait'),
    key: idempotencyKey()
  }
}

type Doing = { fetch: Fetch; key: string; text: (name: string) => string }

/** What is refused is said beside the form that was sent, with what was typed there. */
const doing =
  (act: (asked: Doing) => Promise<Sent<unknown>>, sentFrom: string) =>
  async ({ fetch, request, url }: { fetch: Fetch; request: Request; url: URL }) => {
    const form = await request.formData()
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const sent = await act({ fetch, key: text('_key'), text })
    if (!sent.ok) {
      const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
      return fail(sent.problem.status, { problem: sent.problem, typed, sentFrom, key: sent.key })
    }
    const territory = url.searchParams.get('territoire')
    redirect(303, `${url.pathname}?fait${territory === null ? '' : `&territoire=${territory}`}`)
  }

const described = (text: Doing['text']) => ({
  name: text('name'),
  service: text('service'),
  contact: text('contact')
})

export const actions: Actions = {
  add: doing(
    ({ fetch, key, text }) =>
      send(fetch, 'post', '/api/referents', { key, body: { courtId: text('courtId'), ...described(text) } }),
    'add'
  ),
  verify: doing(
    ({ fetch, key, text }) =>
      send(fetch, 'put', '/api/referents/{id}', { at: { id: text('id') }, key, body: described(text) }),
    'verify'
  ),
  remove: doing(
    ({ fetch, key, text }) =>
      send(fetch, 'post', '/api/referents/{id}/remove', { at: { id: text('id') }, key }),
    'remove'
  )
}
