import { describe, expect, it } from 'vitest'
import type { Me } from '../../../../web/src/lib/api.types.ts'
import { isAlone, readDay } from '../../../../web/src/lib/worklist/day.ts'
import { apiOf, type Api } from './reading.ts'

// What stands on the first page of a day, of all that the API answers: what others wait for, what presses, and nothing that is over.

const counts = { free: 2, reserved: 1, occupied: 3, out: 0 }
const clock = (id: string, state = 'running', late = false) => ({ id, state, late })
const handing = (id: string, side: string, state: string) => ({ id, side, state })

const api: Api = {
  '/api/cases': { items: [], counts: {} },
  '/api/referrals?box=in': {
    items: [
      { id: 'sent', state: 'sent' },
      { id: 'asked', state: 'questioned' },
      { id: 'silent', state: 'escalated' }
    ]
  },
  '/api/referrals?box=settle': {
    items: [
      { id: 'old', danger: null },
      { id: 'pressing', danger: 'danger immédiat' }
    ]
  },
  '/api/openings': { items: [{ id: 'opening' }] },
  '/api/meetings': {
    mayPlan: false,
    items: ['planned', 'convened', 'open', 'closed', 'cancelled'].map((id) => ({ id, state: { id } }))
  },
  '/api/deadlines?view=overdue': {
    items: [clock('late', 'running', true), clock('told', 'fired'), clock('today')]
  },
  '/api/deadlines?view=coming': { items: ['a', 'b', 'c', 'd', 'e'].map((id) => clock(id)) },
  '/api/places?limit=1': { counts },
  '/api/places/waiting': {
    items: [{ caseId: 'one', weighing: { fit: 1, free: 2, against: [] } }],
    ...{ total: 7, oldestDays: 30 }
  },
  '/api/protocols': { awaitsYou: [{ name: 'protocol' }] },
  '/api/handings': {
    items: [
      handing('asked of us', 'to', 'proposed'),
      handing('answered', 'to', 'accepted'),
      handing('over', 'to', 'expired'),
      handing('our own', 'from', 'proposed')
    ]
  },
  '/api/undo-requests': { items: [{ id: 'undo' }] },
  '/api/left-alone': { items: [{ caseId: 'left' }] }
}
const everywhere = {
  nav: ['referrals', 'meetings', 'deadlines', 'places', 'protocols'],
  ...{ rooms: ['handings', 'undoing', 'naming'], answers: true }
} as unknown as Me
const query = { view: 'todo', q: '', cursor: null } as const

const dayOf = async (me: Me, more: Api = {}) => {
  const { calls, fetcher } = apiOf({ ...api, ...more })
  return { ...(await readDay(fetcher, me, query)), asked: calls.map(({ path }) => path) }
}
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

describe('the page of a day', () => {
  it('says what waits for an answer, and not what waits for that of another', async () => {
    const { answers, handings } = await dayOf(everywhere)
    expect(ids(answers)).toEqual(['sent', 'silent'])
    expect(ids(handings)).toEqual(['asked of us'])
  })

  it('puts danger before what is older among what is to be settled', async () => {
    expect(ids((await dayOf(everywhere)).settle)).toEqual(['pressing', 'old'])
  })

  it('calls a member to the meetings that are convened or held, and to none that is planned or over', async () => {
    expect(ids((await dayOf(everywhere)).convened)).toEqual(['convened', 'open'])
    const planning = { '/api/meetings': { ...(api['/api/meetings'] as object), mayPlan: true } }
    expect((await dayOf(everywhere, planning)).convened).toEqual([])
  })

  it('shows five clocks that run, the nearest first, and only says that others are late', async () => {
    const { deadlines } = await dayOf(everywhere)
    expect([ids(deadlines!.items), deadlines!.late]).toEqual([['today', 'a', 'b', 'c', 'd'], true])
    const calm = { '/api/deadlines?view=overdue': { items: [clock('told', 'fired'), clock('today')] } }
    expect((await dayOf(everywhere, calm)).deadlines!.late).toBe(false)
  })

  it('says of the places how many there are and who waits, and of each who waits how many suit', async () => {
    const { glance, fits } = await dayOf(everywhere)
    expect(glance).toEqual({ ...counts, waiting: 7, oldestDays: 30 })
    expect(fits).toEqual({ one: { fit: 1, free: 2 } })
  })

  it('asks for nothing that its reader has no desk nor room for', async () => {
    const { asked, ...day } = await dayOf({ nav: [], rooms: [], answers: false } as unknown as Me)
    expect(asked.map((path) => path.replace(/\?.*/, ''))).toEqual(['/api/cases', '/api/openings'])
    expect([day.answers, day.settle, day.convened, day.toSign]).toEqual([[], [], [], []])
    expect([day.handings, day.toUndo, day.left, day.deadlines, day.glance]).toEqual([[], [], [], null, null])
    // Whoever sends settles what they sent, and answers nothing.
    const sends = await dayOf({ nav: ['referrals'], rooms: [], answers: false } as unknown as Me)
    expect([sends.answers, ids(sends.settle)]).toEqual([[], ['pressing', 'old']])
  })

  it('brings what is to be signed, undone and taken up to whoever has the room', async () => {
    const { toSign, toUndo, left, openings } = await dayOf(everywhere)
    expect([toSign.length, toUndo.length, left.length, openings.length]).toEqual([1, 1, 1, 1])
  })
})

describe('whoever manages access', () => {
  const people = {
    may: { invite: { enabled: true } },
    ...{ members: [{ id: 'me' }], proposals: [] as object[], invitations: [] as object[] }
  }
  const alone = (more: object, rooms: Me['rooms'] = ['accessReview']) =>
    isAlone(apiOf({ '/api/people': { ...people, ...more } }).fetcher, { rooms })

  it('is not alone where somebody else is there, proposed, or invited', async () => {
    expect(await alone({ members: [{ id: 'me' }, { id: 'other' }] })).toBe(false)
    expect(await alone({ proposals: [{ id: 'seat' }] })).toBe(false)
    for (const state of ['unsent', 'waiting']) expect(await alone({ invitations: [{ state }] })).toBe(false)
  })

  it('is told nothing of it where they can invite nobody', async () => {
    expect(await alone({ may: { invite: { enabled: false } } })).toBe(false)
    expect(await alone({}, [])).toBe(false)
  })

  it('is alone where nobody came of what was asked', async () => {
    expect(await alone({})).toBe(true)
    for (const state of ['used', 'withdrawn', 'expired'])
      expect(await alone({ invitations: [{ state }] }), state).toBe(true)
  })
})
