import { expect, it, vi } from 'vitest'
import { press, type Action } from './pressing.ts'

vi.mock('$app/state', () => ({ page: {} }))

// Before some buttons write, their page reads whether they may. What it then finds is answered here otherwise: nothing there, closed, not
// offered, or begun already. A guard that goes writes where it must not, and nothing else says so.

const routes = '../../../../web/src/routes/'
const modules = import.meta.glob<{ actions?: Record<string, Action> }>(
  '../../../../web/src/routes/**/+page.server.ts',
  { eager: true }
)
const every = Object.entries(modules).flatMap(([file, { actions = {} }]) =>
  Object.entries(actions).map(([name, action]) => ({
    at: `${file.slice(routes.length, -'/+page.server.ts'.length)} ${name}`,
    action
  }))
)

const item = { id: 'one', open: false, label: 'Lieu', kind: 'hotel', commune: 'Lyon', territory: '69' }
/** What a page reads otherwise than where its button may be pressed. */
const found: Record<string, Record<string, unknown>> = {
  nothing: { items: [] },
  another: { items: [{ ...item, id: 'other', open: true }] },
  closed: { items: [item] },
  'not offered': { actions: [], nextStep: { is: 'nothing' }, may: {} }
}

const writes = async (action: Action, reads?: Record<string, unknown>) => {
  try {
    return (await press(action, { status: 200, ...(reads && { reads }) })).written.length > 0
  } catch {
    return false
  }
}

/** What each of them reads before it writes, and where it then writes nothing. All other buttons leave it to the API. */
const guarded: Record<string, readonly string[]> = {
  '(app)/acces-urgence/[id]/agir/[command] default': ['not offered'],
  '(app)/dossiers/[id] step': ['not offered'],
  '(app)/dossiers/[id]/urgence default': ['not offered'],
  '(app)/lieux-de-vie flag': ['nothing', 'another', 'closed'],
  '(app)/orientations/[id] accept': ['not offered'],
  '(app)/orientations/[id]/agir/[command] default': ['not offered'],
  '(app)/places/[id]/agir/[command] default': ['not offered'],
  'lien/[token] accept': ['not offered'],
  'lien/[token]/agir/[command] default': ['not offered']
}

it('a button that reads first whether it may writes nothing where it may not', async () => {
  const kept: Record<string, string[]> = {}
  for (const { at, action } of every) {
    if (!(await writes(action))) continue
    const not: string[] = []
    for (const [what, reads] of Object.entries(found)) if (!(await writes(action, reads))) not.push(what)
    if (not.length > 0) kept[at] = not
  }
  expect(kept).toEqual(guarded)
})
