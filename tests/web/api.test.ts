import { describe, expect, it } from 'vitest'
import { fieldError, get, getIfAllowed, idempotencyKey, post } from '../../web/src/lib/api.ts'

type Call = { path: string; init: RequestInit }

/** An API that gives one answer, and what it was asked. */
function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const calls: Call[] = []
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  const fetcher = async (path: string | URL | Request, init: RequestInit = {}) => {
    calls.push({ path: String(path), init })
    const text = status === 204 ? null : JSON.stringify(body)
    return new Response(text, { status, headers: { 'content-type': type, ...headers } })
  }
  return { calls, fetcher: fetcher as typeof fetch }
}

describe('an act', () => {
  it('carries its key and the version it was decided on', async () => {
    const { calls, fetcher } = answering(200, { id: 'c1' }, { etag: '"8"' })
    const sent = await post(fetcher, '/api/cases/c1/commands/case.close', { key: 'k1', version: 7, body: {} })
    expect(calls[0]?.init.headers).toMatchObject({ 'idempotency-key': 'k1', 'if-match': '"7"' })
    expect(sent).toEqual({ ok: true, value: { id: 'c1' }, status: 200, version: '8' })
  })

  it('names no version when there is none yet', async () => {
    const { calls, fetcher } = answering(201, {})
    await post(fetcher, '/api/cases', { key: 'k1', body: {} })
    expect(calls[0]?.init.headers).not.toHaveProperty('if-match')
  })

  it('has no value once the case has left the reader’s sight', async () => {
    const { fetcher } = answering(204, null)
    expect(await post(fetcher, '/api/x', { key: 'k1' })).toMatchObject({ ok: true, value: null, status: 204 })
  })

  it('gives a refusal back as a value, with its fields', async () => {
    const errors = [{ field: 'reason', code: 'required', message: 'Dites pourquoi' }]
    const { fetcher } = answering(400, { title: 'À revoir', status: 400, code: 'input.invalid', errors })
    const sent = await post(fetcher, '/api/x', { key: 'k1', body: {} })
    expect(sent.ok).toBe(false)
    expect(!sent.ok && fieldError(sent.problem, 'reason')).toBe('Dites pourquoi')
    expect(!sent.ok && fieldError(sent.problem, 'other')).toBeUndefined()
  })
})

describe('a reading', () => {
  it('stops the page on a refusal, with the API’s words', async () => {
    const { fetcher } = answering(404, { title: 'Introuvable', status: 404, code: 'absent' })
    await expect(get(fetcher, '/api/cases/x')).rejects.toMatchObject({
      status: 404,
      body: { code: 'absent' }
    })
  })

  it('is nothing where the reader may not look, and a fault where the service fails', async () => {
    expect(await getIfAllowed(answering(403, {}).fetcher, '/api/x')).toBeNull()
    await expect(getIfAllowed(answering(500, {}).fetcher, '/api/x')).rejects.toMatchObject({ status: 500 })
  })
})

it('makes keys the API accepts', () => {
  expect(idempotencyKey()).toMatch(/^[\w-]{8,64}$/)
  expect(idempotencyKey()).not.toBe(idempotencyKey())
})
