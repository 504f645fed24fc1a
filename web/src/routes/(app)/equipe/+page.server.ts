import { fail, redirect } from '@sveltejs/kit'
import { get, idempotencyKey, send, type Fetch, type Sent } from '#lib/api.ts'
import { followersIn } from '#lib/teams/followers.ts'
import type { Actions, PageServerLoad } from './$types'

const views = ['all', 'unassigned'] as const

export const load: PageServerLoad = async ({ fetch, url }) => {
  const asked = (name: string) => url.searchParams.get(name)
  const [team, person, cursor] = [asked('equipe'), asked('personne'), asked('apres')]
  const view = views.find((one) => one === asked('vue')) ?? 'all'
  const teams = await get(fetch, '/api/teams')
  const query = { view, ...(team && { team }), ...(person && { person }), ...(cursor && { cursor }) }
  const caseload = teams.inTeams ? await get(fetch, '/api/teams/caseload', { query }) : null
  return {
    teams,
    caseload,
    query: { team, person, view, cursor },
    done: url.searchParams.has('fait'),
    key: idempotencyKey()
  }
}

type Doing = { fetch: Fetch; form: FormData; key: string; text: (name: string) => string }

/** What is refused is said beside the form that was sent, with what was typed there. */
const doing =
  (act: (asked: Doing) => Promise<Sent<unknown>>, sentFrom: string) =>
  async ({ fetch, request, url }: { fetch: Fetch; request: Request; url: URL }) => {
    const form = await request.formData()
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const sent = await act({ fetch, form, key: text('_key'), text })
    if (!sent.ok) {
      const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
      return fail(sent.problem.status, { problem: sent.problem, typed, sentFrom, key: sent.key })
    }
    redirect(303, `${url.pathname}?fait`)
  }

export const actions: Actions = {
  add: doing(
    ({ fetch, key, text }) => send(fetch, 'post', '/api/teams', { key, body: { name: text('name') } }),
    'add'
  ),
  rename: doing(
    ({ fetch, key, text }) =>
      send(fetch, 'put', '/api/teams/{id}', { at: { id: text('team') }, key, body: { name: text('name') } }),
    'rename'
  ),
  join: doing(
    ({ fetch, key, text }) =>
      send(fetch, 'post', '/api/teams/{id}/members', {
        at: { id: text('team') },
        key,
        body: { personId: text('person'), leads: text('leads') === 'true' }
      }),
    'join'
  ),
  close: doing(
    ({ fetch, key, text }) =>
      send(fetch, 'post', '/api/teams/{id}/close', {
        at: { id: text('team') },
        key,
        body: followersIn(text('to'))
      }),
    'close'
  ),
  leave: doing(
    ({ fetch, key, text }) =>
      send(fetch, 'post', '/api/teams/members/{id}/leave', { at: { id: text('member') }, key }),
    'leave'
  ),
  lead: doing(
    ({ fetch, key, text }) =>
      send(fetch, 'post', '/api/teams/members/{id}/lead', {
        at: { id: text('member') },
        key,
        body: { leads: text('leads') === 'true' }
      }),
    'lead'
  ),
  hand: doing(
    ({ fetch, form, key, text }) =>
      send(fetch, 'post', '/api/teams/caseload', {
        key,
        body: {
          cases: form.getAll('case').map(String),
          ...followersIn(text('to')),
          ...(text('from') && { from: text('from') })
        }
      }),
    'hand'
  ),
  cover: doing(
    ({ fetch, key, text }) =>
      send(fetch, 'post', '/api/teams/covers', {
        key,
        body: {
          absentId: text('absent'),
          coverId: text('cover'),
          since: text('since'),
          until: text('until')
        }
      }),
    'cover'
  ),
  takeLead: doing(({ fetch, key }) => send(fetch, 'post', '/api/teams/lead', { key }), 'takeLead'),
  back: doing(
    ({ fetch, key, text }) =>
      send(fetch, 'post', '/api/teams/covers/{id}/end', { at: { id: text('cover') }, key }),
    'back'
  )
}
