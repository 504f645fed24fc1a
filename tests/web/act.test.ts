import { describe, expect, test } from 'vitest'
import { act } from '../../web/src/lib/form/act.ts'
import { unsent } from '../../web/src/lib/form/unsent.ts'
import { answering } from '../support/answering.ts'

describe('an act that is sent', () => {
  const input = {
    type: 'object',
    required: ['on'],
    properties: {
      on: { type: 'string', format: 'date', title: 'Date' },
      since: { type: 'string', format: 'date', title: 'Since', 'x-past': true },
      persons: { type: 'integer', minimum: 1, maximum: 9, title: 'Persons' },
      agreed: { type: 'boolean', const: true, title: 'They agree' }
    }
  }
  const base = {
    label: 'Apply',
    region: 'residence',
    reason: null,
    primary: false,
    refers: null,
    basis: [],
    input
  }
  const form = (entries: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries({ _key: 'key-of-the-page', _version: '7', ...entries }))
      data.set(name, value)
    return data
  }
  const send = async (status: number, entries: Record<string, string>, enabled = true) => {
    const view = {
      version: 9,
      actions: [{ ...base, command: 'permit.apply', enabled, reason: 'Not yet.' }]
    }
    const { calls, fetcher } = answering({ status, body: view })
    const target = {
      view,
      path: '/api/cases/1',
      command: 'permit.apply',
      locale: 'en',
      now: new Date('2026-11-24T11:00:00Z')
    } as const
    return { outcome: await act(fetcher, target, form(entries)), posted: calls[0] }
  }
  const refusedOf = (outcome: Awaited<ReturnType<typeof send>>['outcome']) =>
    outcome.done ? null : outcome.refused

  test('it carries the key and the version of the page that was read', async () => {
    const { outcome, posted } = await send(200, { on: '2026-11-24' })
    expect(outcome.done).toBe(true)
    expect(posted?.headers).toMatchObject({ 'idempotency-key': 'key-of-the-page', 'if-match': '"7"' })
    expect(posted?.body).toBe('{"on":"2026-11-24"}')
  })

  test('it may take the case out of sight', async () => {
    expect((await send(204, { on: '2026-11-24' })).outcome).toEqual({ done: true, inSight: false })
  })

  test('it asks for nothing in answer: the page is read again', async () => {
    const { posted } = await send(200, { on: '2026-11-24' })
    expect(posted?.headers['prefer']).toBe('return=minimal')
  })

  test('what is missing is named without asking the API', async () => {
    const { outcome, posted } = await send(200, { on: '' })
    expect(posted).toBeUndefined()
    expect(refusedOf(outcome)?.problem.errors).toMatchObject([
      { field: 'on', message: '“Date” needs an answer.' }
    ])
  })

  test('all that is wrong with a form is said at once', async () => {
    const { outcome, posted } = await send(200, { since: '2026-11-26', persons: '12', agreed: 'false' })
    expect(posted).toBeUndefined()
    expect(refusedOf(outcome)?.problem.errors?.map(({ field, code }) => [field, code])).toEqual([
      ['on', 'missing'],
      ['since', 'future'],
      ['persons', 'number'],
      ['agreed', 'refusing']
    ])
    expect((await send(200, { on: '2026-11-24', since: '2026-11-24' })).outcome.done).toBe(true)
  })

  test('a number is wrong below its least and above its most, and right at both', async () => {
    const sentWith = async (persons: string) => (await send(200, { on: '2026-11-24', persons })).outcome.done
    expect([await sentWith('0'), await sentWith('10'), await sentWith('2.5')]).toEqual([false, false, false])
    expect([await sentWith('1'), await sentWith('9')]).toEqual([true, true])
  })

  test('a no where only a yes lets the act be done is said, and not sent', async () => {
    const { outcome, posted } = await send(200, { on: '2026-11-24', agreed: 'false' })
    expect(posted).toBeUndefined()
    expect(refusedOf(outcome)?.problem.errors).toMatchObject([{ field: 'agreed', code: 'refusing' }])
  })

  test('after somebody else moved first, all is kept and the next attempt reads the new version', async () => {
    const refused = refusedOf((await send(412, { on: '2026-11-24' })).outcome)
    expect(refused).toMatchObject({ typed: { on: ['2026-11-24'] }, version: '9' })
    expect(refused?.key).not.toBe('key-of-the-page')
  })

  test('after a fault the key stays: nobody knows whether the act was done', async () => {
    expect(refusedOf((await send(503, { on: '2026-11-24' })).outcome)).toMatchObject({
      key: 'key-of-the-page',
      version: '7'
    })
  })

  test('an act that is no longer possible is not sent, and the words are given back', async () => {
    const { outcome, posted } = await send(200, { on: 'a long story' }, false)
    expect(posted).toBeUndefined()
    expect(refusedOf(outcome)).toMatchObject({
      problem: { status: 409, detail: 'Not yet.' },
      kept: ['a long story']
    })
  })
})

describe('a form that never reached the act', () => {
  test.each([
    [{ type: 'error', status: 401 }, 401],
    [{ type: 'error', status: 429 }, 429],
    [{ type: 'error', status: 500 }, 500],
    [{ type: 'error' }, 503],
    [{ type: 'error', status: 403 }, null],
    [{ type: 'error', status: 404 }, null],
    [{ type: 'failure', status: 412 }, null],
    [{ type: 'redirect', status: 303 }, null]
  ])('%j: kept as it is with %s', (result, status) => {
    expect(unsent(result)?.status ?? null).toBe(status)
  })
})
