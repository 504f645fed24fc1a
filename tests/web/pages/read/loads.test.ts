import { describe, expect, it, vi } from 'vitest'
import { dataOf, reading } from './reading.ts'

vi.mock('$app/state', () => ({ page: {} }))

// What a page makes of what it reads, before anything is drawn: which of many it offers, which it leaves out, and what it does not ask for.

const params = { id: 'one', name: '69-2026-11', version: '2026-12' }
const names = (rows: readonly object[], key = 'id') =>
  rows.map((row) => (row as Record<string, unknown>)[key])

describe('who is signed in', () => {
  const shell = (me: object, route = '/(app)/dossiers') =>
    reading<{ unread: unknown; late: unknown; proposals: unknown }>('(app)/+layout', {
      api: {
        '/api/notices/unread': { unread: { n: 3, capped: false } },
        '/api/cases': { counts: { late: { n: 2, capped: false } } },
        '/api/proposals/waiting': { waiting: { n: 1, capped: false } }
      },
      ...{ me, route }
    })

  it('and not accredited opens no page but that of their devices', async () => {
    const out = { accredited: false, nav: [] }
    expect((await shell(out)).leadsTo).toBe('/attente')
    expect((await shell(out, '/(app)/compte')).leadsTo).toBe('/attente')
    expect((await shell(out, '/(app)/compte/appareils')).leadsTo).toBeNull()
  })

  it('is told the numbers of the desks that they have, and no other', async () => {
    const none = await shell({})
    expect([none.asked, none.data]).toEqual([
      [],
      expect.objectContaining({ unread: null, late: null, proposals: null })
    ])
    const { data } = await shell({ nav: ['notices', 'deadlines', 'organisations'] })
    expect(data).toMatchObject({ unread: { n: 3 }, late: { n: 2 }, proposals: { n: 1 } })
  })
})

describe('a flag that was sent', () => {
  type Sent = {
    sent: { triageBefore: { dueAt: string; dueOn: string | null } | null }
    onCall: unknown
    noCell: unknown
    urgent: boolean
    minor: boolean
    shelter: boolean
  }
  const clock = (code: string, state: string, hours: number | null = null) => ({
    ...{ code, state, hours, dueAt: `2026-11-2${hours === null ? 6 : 5}T11:00:00Z`, dueOn: '2026-11-26' }
  })
  const shelter = (enabled: boolean) => ({ command: 'danger.immediate', enabled })
  const sent = (more: object = {}) => {
    const view = {
      ...{ id: 'one', code: 'TEH', territory: { code: '69' }, badges: [], actions: [], deadlines: [] },
      ...more
    }
    const form = {
      onCall: [{ territory: '69', number: '06' }],
      territories: [{ code: '69', name: 'Rhône' }],
      ...{ withoutCell: [], unreadCell: ['69'] }
    }
    return dataOf<Sent>('(app)/signaler/envoye/[[id]]/+page', {
      api: {
        '/api/cases/one': view,
        '/api/drafts/flag': { data: null, lifetimeHours: 72 },
        '/api/flag-form': form
      },
      params
    })
  }

  it('says until when somebody looks at it: by the hour or by the day, and by no clock that has stopped', async () => {
    const deadlines = [clock('MNIO-TRIAGE', 'stopped', 4), clock('MNIO-INFO', 'running')]
    expect((await sent({ deadlines })).sent.triageBefore).toBeNull()
    const byHour = await sent({ deadlines: [...deadlines, clock('MNIO-TRIAGE', 'running', 4)] })
    expect(byHour.sent.triageBefore).toEqual({ dueAt: '2026-11-25T11:00:00Z', dueOn: null })
    const byDay = await sent({ deadlines: [...deadlines, clock('MNIO-TRIAGE', 'running')] })
    expect(byDay.sent.triageBefore).toEqual({ dueAt: '2026-11-26T11:00:00Z', dueOn: '2026-11-26' })
  })

  it('tells who to call where the person is in danger, and that nobody reads there in any case', async () => {
    const calm = await sent({ badges: [{ tone: 'minor' }] })
    expect(calm).toMatchObject({ urgent: false, minor: true, onCall: null, noCell: 'unread' })
    const pressing = await sent({ badges: [{ tone: 'danger' }] })
    expect(pressing).toMatchObject({ urgent: true, minor: false, onCall: { number: '06', place: 'Rhône' } })
  })

  it('offers shelter for tonight where it may be asked for', async () => {
    expect((await sent({ actions: [shelter(false)] })).shelter).toBe(false)
    expect((await sent({ actions: [shelter(true)] })).shelter).toBe(true)
  })
})

describe('the page of a case', () => {
  type Case = {
    view: { actions: object[]; deadlines: object[]; classes: object[]; consents: object[] }
    linked: { items: object[] } | null
    later: number
    moreClocks: number
    undo: string | null
    undoUntil: string | null
    answered: object | null
  }
  const act = (command: string, enabled: boolean) => ({ command, label: command, enabled, rank: 1 })
  const clock = (code: string, dueAt: string, more: object = {}) => ({
    ...{ code, dueAt, state: 'running', late: false, dueOn: dueAt.slice(0, 10), ...more }
  })
  const view = {
    ...{ id: 'one', capacity: { id: 'referent' }, timeline: [], referrals: [], consents: [], classes: [] },
    ...{ actions: [], deadlines: [], nextStep: { is: 'nothing', command: null, form: null, due: null } }
  }
  const shown = (more: object, { search = '', api = {} }: { search?: string; api?: object } = {}) =>
    dataOf<Case>('(app)/dossiers/[id]/+page', {
      api: { '/api/cases/one': { ...view, ...more }, ...api },
      ...{ params, search }
    })

  it('draws the four nearest clocks that run before what only reminded, and says how many more there are', async () => {
    const deadlines = [
      clock('told', '2026-11-01', { state: 'fired' }),
      ...['5', '4', '3'].map((day) => clock(day, `2026-12-0${day}`)),
      clock('late', '2026-11-02', { state: 'fired', late: true })
    ]
    const four = await shown({ deadlines })
    expect([names(four.view.deadlines, 'code'), four.moreClocks]).toEqual([['late', '3', '4', '5'], 1])
    const all = await shown({ deadlines: deadlines.slice(0, 3) })
    expect([names(all.view.deadlines, 'code'), all.moreClocks]).toEqual([['4', '5', 'told'], 0])
  })

  it('says until when a merge is undone', async () => {
    expect((await shown({ deadlines: [clock('MNIO-INFO', '2026-12-05')] })).undoUntil).toBeNull()
    const merged = await shown({ deadlines: [clock('MNIO-MERGE-UNDO', '2026-12-05')] })
    expect(merged.undoUntil).toBe('2026-12-05')
  })

  it('folds acts that are not open where they are more than a handful, and shows them on asking', async () => {
    const closed = ['a', 'b', 'c', 'd'].map((name) => act(name, false))
    const few = await shown({ actions: [act('open', true), ...closed.slice(1)] })
    expect([names(few.view.actions, 'command'), few.later]).toEqual([['open', 'b', 'c', 'd'], 0])
    const many = await shown({ actions: [act('open', true), ...closed] })
    expect([names(many.view.actions, 'command'), many.later]).toEqual([['open'], 4])
    const asked = await shown({ actions: [act('open', true), ...closed] }, { search: '?actes=tous' })
    expect([asked.view.actions.length, asked.later]).toEqual([5, 0])
  })

  it('names the classes that are closed, and of a consent that was never asked nothing but its name', async () => {
    const classes = ['open', 'sealed', 'masked'].map((access) => ({ class: access, access }))
    const consents = [
      { scope: 'B', label: 'B', state: 'none', on: null, note: 'x' },
      { scope: 'E', label: 'E', state: 'given', on: '2026-11-02' }
    ]
    const { view: case_ } = await shown({ classes, consents })
    expect(names(case_.classes, 'class')).toEqual(['sealed', 'masked'])
    expect(case_.consents).toEqual([{ scope: 'B', label: 'B', state: 'none' }, consents[1]])
  })

  it('shows links that are held, and the way to make one where there is none', async () => {
    const linked = async (items: object[], kinds: object[]) =>
      (await shown({}, { api: { '/api/cases/one/links': { items, kinds } } })).linked
    const [held, over] = [
      { id: 'held', endedOn: null },
      { id: 'over', endedOn: '2026-11-02' }
    ]
    expect(await linked([over], [])).toBeNull()
    expect(await linked([over], [{ id: 'kin' }])).toEqual({ items: [] })
    expect(await linked([over, held], [])).toEqual({ items: [held] })
  })

  it('leads back from the act that was just done by its last event, and from none that others have to undo', async () => {
    const event = (seq: number, more: object = {}) => ({ seq, command: 'x', ref: `ref-${seq}`, ...more })
    const undo = async (items: object[], search = '?fait=x') =>
      (await shown({}, { search, api: { '/api/cases/one/events': { items } } })).undo
    const story = [event(4, { command: 'y' }), event(2), event(3)]
    expect(await undo(story)).toBe('/dossiers/one/annuler/ref-3')
    expect(await undo(story, '')).toBeNull()
    expect(await undo([event(2, { undoneByOthers: true })])).toBeNull()
    expect(await undo([event(2, { ref: null })])).toBeNull()
  })

  it('says which request a yes has just answered, and offers to undo none of it', async () => {
    const referrals = ['r1', 'r2'].map((id) => ({ id, caseId: 'one' }))
    const items = [{ seq: 1, command: 'x', ref: 'ref' }]
    const api = { '/api/cases/one/events': { items } }
    const { answered, undo } = await shown({ referrals }, { search: '?repondu=r2&fait=x', api })
    expect([answered, undo]).toEqual([referrals[1], null])
    expect((await shown({ referrals })).answered).toBeNull()
  })
})

describe('the page of one act', () => {
  type Act = { matching: object[]; likeness: object[]; other: object | null; action: object | null } & {
    view: { version: string }
  }
  const form = (field: string, more: object = {}) => ({
    ...{ command: 'x', enabled: true, version: '7', input: { properties: { [field]: {} } }, ...more }
  })
  const case_ = { id: 'one', capacity: { id: 'cell' }, joined: { id: 'two' }, actions: [{}], version: '1' }
  const acted = async (action: object | null) => {
    const api = {
      '/api/cases/one': case_,
      '/api/cases/two': { ...case_, id: 'two' },
      '/api/cases/one/likeness': { items: [{ id: 'like' }] },
      '/api/places/matching': { items: [{ id: 'place' }] },
      ...(action && { '/api/cases/one/actions/x': action })
    }
    const at = '(app)/dossiers/[id]/agir/[command]/+page'
    return dataOf<Act>(at, { api, params: { ...params, command: 'x' } })
  }

  it('looks for places and for like persons where its form asks for one, and it may be done', async () => {
    const place = await acted(form('placeId'))
    expect([place.matching, place.likeness]).toEqual([[{ id: 'place' }], []])
    const into = await acted(form('into'))
    expect([into.matching, into.likeness]).toEqual([[], [{ id: 'like' }]])
    const closed = await acted(form('placeId', { enabled: false }))
    expect([closed.matching, closed.other]).toEqual([[], null])
  })

  it('shows the other file to whoever confirms that two are one, and in no other act', async () => {
    expect((await acted(form('x'))).other).toBeNull()
    const merge = await acted(form('x', { confirms: 'merge.propose' }))
    expect(merge.other).toMatchObject({ id: 'two', actions: [] })
  })

  it('is sent under the version at which its form was read; without one, it says that it is gone', async () => {
    expect((await acted(form('x'))).view.version).toBe('7')
    const gone = await acted(null)
    expect([gone.view.version, gone.action]).toEqual(['1', null])
  })
})
