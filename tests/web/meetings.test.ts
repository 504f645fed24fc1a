import { describe, expect, it } from 'vitest'
import { actOnMeeting, placeIn, planMeeting, pointIn } from '../../web/src/lib/meetings/act.ts'
import { chairsOf } from '../../web/src/lib/meetings/gauge.ts'
import { convenedOf, quorumSaid, waitingSaid } from '../../web/src/lib/meetings/summary.ts'
import { meetingCommands } from '../../workflows/meeting/machine.ts'
import { answering } from '../support/answering.ts'

const form = (entries: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(entries)) data.set(name, value)
  return data
}

describe('an act of a meeting that is sent', () => {
  const vote = { _command: 'vote', _key: 'key-1', _version: '4', itemId: 'i-1', voice: 'against' }

  it('is refused in the words of the API, and the page keeps them', async () => {
    const { fetcher } = answering({
      status: 409,
      body: { title: 'Une règle', code: 'rule', detail: 'Il en manque 1.' }
    })
    expect(await actOnMeeting(fetcher, 'm-1', form(vote))).toMatchObject({
      status: 409,
      detail: 'Il en manque 1.'
    })
  })

  it('carries every field that an act of the table asks for', async () => {
    for (const [command, { input }] of Object.entries(meetingCommands)) {
      const { calls, fetcher } = answering({ status: 200 })
      const filled = Object.fromEntries(Object.keys(input.properties).map((field) => [field, `${field}-1`]))
      await actOnMeeting(
        fetcher,
        'm-1',
        form({ ...vote, itemId: '', voice: '', ...filled, _command: command })
      )
      expect([command, JSON.parse(calls[0]!.body!)]).toEqual([command, filled])
    }
  })

  it('carries the key and the version that were read, and only the fields of the act', async () => {
    const { calls, fetcher } = answering({ status: 200 })
    expect(await actOnMeeting(fetcher, 'm-1', form({ ...vote, other: 'x' }))).toBeNull()
    expect(calls[0]).toMatchObject({
      path: '/api/meetings/m-1/commands/vote',
      body: '{"itemId":"i-1","voice":"against"}',
      headers: { 'idempotency-key': 'key-1', 'if-match': '"4"' }
    })
  })
})

describe('an act that is refused on an item', () => {
  it('says so at that item, and at the top of the page where it was done elsewhere', () => {
    const refusedAt = (at: string) => pointIn(placeIn(form({ _at: at })), 30)
    expect(['point-1', 'point-30', 'point-31', 'membre-2', ''].map(refusedAt)).toEqual([1, 30, 0, 0, 0])
    expect(pointIn(undefined, 30)).toBe(0)
    expect(placeIn(form({ _at: 'point-1"><script>' }))).toBe('')
  })
})

describe('a meeting that is planned', () => {
  it('is at the hour of the cell’s own clock', async () => {
    const { calls, fetcher } = answering({ status: 201, body: { id: 'm-1' } })
    const typed = { startsAt: '2026-11-26T09:00', place: '  ' }
    expect(await planMeeting(fetcher, form(typed), 'Indian/Mayotte')).toEqual({ id: 'm-1' })
    expect(calls[0]?.body).toBe('{"startsAt":"2026-11-26T06:00:00.000Z"}')
  })

  it('keeps what was typed when it is refused', async () => {
    const { fetcher } = answering({ status: 400, body: { title: 'Non', code: 'invalid_input' } })
    const planned = await planMeeting(fetcher, form({ startsAt: 'demain', place: 'Salle 2' }), 'Europe/Paris')
    expect(planned).toMatchObject({ typed: { startsAt: 'demain', place: 'Salle 2' } })
  })
})

describe('the gauge of the quorum', () => {
  const gauge = (present: number, wanted: number) =>
    chairsOf({
      quorum: { members: present, institutions: 0, must: [], reached: false, reason: null, shortOn: 0 },
      rules: { version: '2026-09', members: wanted, institutions: 2, mustInclude: [], decidesBy: '' }
    })

  it('draws a chair for each member needed, taken or not', () => {
    expect(gauge(2, 3).map(({ taken }) => taken)).toEqual([true, true, false])
  })

  it('draws those who came beyond what is needed', () => {
    expect(gauge(5, 3).map(({ needed }) => needed)).toEqual([true, true, true, false, false])
  })

  it('stays inside its picture, whatever the number', () => {
    for (const wanted of [0, 1, 2, 3, 9])
      for (const { x, y } of gauge(0, wanted)) {
        expect(x).toBeGreaterThanOrEqual(13)
        expect(x).toBeLessThanOrEqual(240 - 13)
        expect(y).toBeGreaterThanOrEqual(13)
        expect(y).toBeLessThanOrEqual(130 - 13)
      }
  })
})

describe('the first lines of a meeting', () => {
  const quorum = (id: string, reached: boolean, shortOn = 0) =>
    quorumSaid({
      state: { id, label: id, tone: 'running' },
      quorum: { members: 1, institutions: 1, must: [], reached, reason: null, shortOn }
    })

  it('say that nothing can be decided only while the session lasts', () => {
    expect(quorum('open', false)).toBe('lacking')
    expect(['planned', 'convened'].map((state) => quorum(state, false))).toEqual(['needed', 'needed'])
    expect(['closed', 'cancelled'].map((state) => quorum(state, true))).toEqual(['over', 'over'])
    expect(quorum('open', true)).toBe('reached')
    // The line above never says of all cases what an item beneath it denies.
    expect(quorum('open', true, 1)).toBe('short')
  })

  it('count who is convened, and name each institution once', () => {
    const seat = (institution: string) => ({
      personId: null,
      name: null,
      institution,
      presence: { id: 'expected', label: 'expected' },
      standsIn: false,
      me: false
    })
    expect(convenedOf([seat('Police'), seat('Barreau'), seat('Police')])).toEqual({
      members: 3,
      institutions: ['Barreau', 'Police']
    })
  })
})

describe('what waits for the cell', () => {
  const said = (n: number, proposed: number) => waitingSaid({ waiting: { n, capped: n > 98 }, proposed })

  it('is said to be none, to stand whole on the agenda, or in part', () => {
    expect([said(0, 0), said(1, 1), said(30, 30), said(51, 30), said(99, 30)]).toEqual([
      'none',
      'all',
      'all',
      'some',
      'some'
    ])
  })
})
