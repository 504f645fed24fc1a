import { describe, expect, it } from 'vitest'
import { fieldError, get, getIfAllowed, idempotencyKey, perform, send } from '../../web/src/lib/api.ts'
import { answering } from '../support/answering.ts'

describe('an act', () => {
  it('carries its key and the version it was decided on', async () => {
    const { calls, fetcher } = answering({ status: 200, body: { id: 'c1' }, headers: { etag: '"8"' } })
    const sent = await perform(fetcher, '/api/cases/c1/commands/case.close', {
      key: 'k1',
      version: 7,
      body: {}
    })
    expect(calls[0]?.headers).toMatchObject({ 'idempotency-key': 'k1', 'if-match': '"7"' })
    expect(sent).toEqual({ ok: true, value: { id: 'c1' }, status: 200, version: '8' })
  })

  it('names no version when there is none yet', async () => {
    const { calls, fetcher } = answering({ status: 201 })
    await send(fetcher, 'post', '/api/cases', { key: 'k1', body: {} })
    expect(calls[0]?.headers).not.toHaveProperty('if-match')
  })

  it('has no value once the case has left the reader’s sight', async () => {
    const { fetcher } = answering({ status: 204 })
    expect(await perform(fetcher, '/api/x/commands/y', { key: 'k1' })).toMatchObject({
      ok: true,
      value: null,
      status: 204
    })
  })

  it('gives a refusal back as a value, with its fields', async () => {
    const errors = [{ field: 'reason', code: 'required', message: 'Dites pourquoi' }]
    const { fetcher } = answering({
      status: 400,
      body: { title: 'À revoir', status: 400, code: 'input.invalid', errors }
    })
    const sent = await perform(fetcher, '/api/x/commands/y', { key: 'k1', body: {} })
    expect(sent.ok).toBe(false)
    expect(!sent.ok && fieldError(sent.problem, 'reason')).toBe('Dites pourquoi')
    expect(!sent.ok && fieldError(sent.problem, 'other')).toBeUndefined()
  })
})

describe('a reading', () => {
  it('asks for what is named, whatever stands in its name', async () => {
    const { calls, fetcher } = answering({ status: 200 })
    await get(fetcher, '/api/cases/{id}', { path: { id: '../me?x' } })
    await get(fetcher, '/api/cases', { query: { q: '7K3F 9Q2M', cursor: undefined } })
    expect(calls.map(({ path }) => path)).toEqual(['/api/cases/..%2Fme%3Fx', '/api/cases?q=7K3F%209Q2M'])
  })

  it('stops the page on a refusal, with the API’s words', async () => {
    const { fetcher } = answering({
      status: 404,
      body: { title: 'Introuvable', status: 404, code: 'absent' }
    })
    await expect(get(fetcher, '/api/cases/{id}', { path: { id: 'x' } })).rejects.toMatchObject({
      status: 404,
      body: { code: 'absent' }
    })
  })

  it('is nothing where the reader may not look, and a fault where the service fails', async () => {
    expect(await getIfAllowed(answering({ status: 403 }).fetcher, '/api/me')).toBeNull()
    await expect(getIfAllowed(answering({ status: 500 }).fetcher, '/api/me')).rejects.toMatchObject({
      status: 500
    })
  })
})

it('makes keys the API accepts', () => {
  expect(idempotencyKey()).toMatch(/^[\w-]{8,64}$/)
  expect(idempotencyKey()).not.toBe(idempotencyKey())
})
