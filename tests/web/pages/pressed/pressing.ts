import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit'
import { answering } from '../../../support/answering.ts'
import { form } from '../../flag/form.ts'

export type Action = (event: object) => Promise<unknown>

const act = (command: string) => ({
  ...{ command, version: '7', enabled: true, reason: null, label: 'Act', region: 'consent' },
  ...{ primary: false, refers: null, basis: [] },
  // One field, so that there is something to type.
  input: { type: 'object', properties: { note: { type: 'string', title: 'Note' } } }
})

/** What actions look at of whatever they read before they write. */
const read = {
  ...act('x'),
  actions: ['x', 'accept', 'open'].map(act),
  nextStep: { command: 'x', form: act('x') },
  organisation: { zone: 'Europe/Paris' },
  memberships: [],
  items: [{ id: 'one', open: true, label: 'Lieu', kind: 'hotel', commune: 'Lyon', territory: '69' }],
  body: { rules: {}, version: '2026-12' },
  catalogue: { clocks: [], seats: [], kinds: [], lists: [], indicators: [], acts: [] }
}

const params = {
  ...{ id: 'one', command: 'x', name: '69-2026-11', version: '2026-12', ref: 'act' },
  ...{ token: 'token', step: 'relire' }
}

export const key = 'key-of-the-page'
export const filled = {
  ...{ _key: key, _version: '7', _command: 'x', sure: 'true', id: 'one', number: '1' },
  ...{ case: 'one', '_key-one': key, '_version-one': '7', startsAt: '2026-11-26T09:00', csv: 'a;b' },
  ...{ territory: '69', ageGroup: 'adult', localDanger: 'false', indicator: 'papers' },
  ...{ 'source.papers': 'seen', nominativeConsent: 'false', class: 'B', ids: 'one' }
}

/** `redirect`: it leads on. `failed`: the page comes back, or is an error. `shown`: it answers where it stands. */
export type End =
  { redirect: string } | { failed: number; data: Record<string, unknown> } | { shown: unknown }

const ended = async (action: Action, event: object): Promise<End> => {
  try {
    const shown = await action(event)
    return isActionFailure(shown)
      ? { failed: shown.status, data: { ...(shown.data as unknown as object) } }
      : { shown }
  } catch (thrown) {
    if (isRedirect(thrown)) return { redirect: thrown.location }
    if (isHttpError(thrown)) return { failed: thrown.status, data: {} }
    throw thrown
  }
}

/** What is typed into a form whatever its fields are called: under each name that the page asks for and that is filled in by none, its own word. */
class Typed extends FormData {
  readonly asked = new Set<string>()
  #word(name: string) {
    if (!name.startsWith('_')) this.asked.add(name)
    if (!super.has(name) && !name.startsWith('_')) super.set(name, wordOf(name))
  }
  override get(name: string) {
    this.#word(name)
    return super.get(name)
  }
  override getAll(name: string) {
    this.#word(name)
    return super.getAll(name)
  }
  // Whoever takes it as it stands asks for no name.
  override [Symbol.iterator] = () => {
    this.#word('whole')
    return FormData.prototype.entries.call(this)
  }
}
const wordOf = (name: string) => `mot-${name}`

/**
 * `status`: how the API answers what is written; null where it does not, and the call throws. `data`: the draft that it has kept. `reads`: what it reads otherwise. `typed`: what is filled in otherwise; `form`: what
 * stands in the stead of all of it.
 */
type Pressed = {
  status: number | null | ((path: string) => number | null)
  data?: string | null
  reads?: Record<string, unknown>
  typed?: Record<string, string>
  form?: FormData
  /** Whether each name that nothing is filled in for has a word of its own. */
  worded?: boolean
}

const filledIn = (own: Record<string, string>, worded: boolean) => {
  const typed = worded ? new Typed() : new FormData()
  for (const [name, value] of Object.entries({ ...filled, ...own })) typed.set(name, value)
  return typed
}

/** Presses the button of an action. What it read and wrote, by its key, and how that ended. */
export const press = async (action: Action, pressed: Pressed) => {
  const {
    status,
    data = null,
    reads,
    form: typed = filledIn(pressed.typed ?? {}, pressed.worded === true)
  } = pressed
  const reading = answering((path) => ({
    status: 200,
    body: path === '/api/flag-form' ? form : { ...read, ...reads, data, lifetimeHours: 72 }
  }))
  const refusal = { title: 'Non', code: 'no', detail: 'Non.' }
  const writing = answering((path) => {
    const said = typeof status === 'function' ? status(path) : status
    if (said === null) throw new TypeError('no answer')
    return { status: said, body: said < 400 ? { id: 'new', code: 'new', members: [] } : refusal }
  })
  const fetcher = (url: string, asked: { method: string }) =>
    (asked.method === 'GET' ? reading : writing).fetcher(url, asked)
  const end = await ended(action, {
    fetch: fetcher,
    request: { formData: () => Promise.resolve(typed) },
    url: new URL('http://localhost/page'),
    locals: { locale: 'fr', now: new Date('2026-11-24T11:00:00Z') },
    params
  })
  const said = ({ calls }: typeof reading) =>
    calls.map(({ method, path, headers, body }) => ({
      ...{ method, path, body },
      ...{ key: headers['idempotency-key'], version: headers['if-match'] }
    }))
  const words =
    typed instanceof Typed ? [...typed.asked].map((name) => [name, String(typed.get(name))] as const) : []
  return { end, read: said(reading), written: said(writing), words }
}
