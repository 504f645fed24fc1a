import { describe, expect, it } from 'vitest'
import type { LinkView } from '../../web/src/lib/api.types.ts'
import { act } from '../../web/src/lib/form/act.ts'
import { linkHref, linkPath } from '../../web/src/lib/link/path.ts'

const token = 'A'.repeat(64)
const accept = {
  command: 'accept',
  label: 'Accepter',
  enabled: true,
  reason: null,
  input: { properties: {} }
}

const answering = (view: object) => {
  const calls: { path: string; init: RequestInit | undefined }[] = []
  const fetcher = (async (path: unknown, init?: RequestInit) => {
    calls.push({ path: String(path), init })
    return Response.json(view)
  }) as typeof fetch
  return { calls, fetcher }
}
const form = () => {
  const data = new FormData()
  data.set('_key', 'key-12345')
  data.set('_version', '1')
  return data
}
const target = { path: linkPath(token), command: 'accept', locale: 'fr' as const }

describe('an answer by link', () => {
  it('is not sent once the act is gone', async () => {
    const { calls, fetcher } = answering({ version: 0, actions: [] })
    expect(await act<LinkView>(fetcher, target, form())).toMatchObject({
      done: false,
      refused: { problem: { status: 409 } }
    })
    expect(calls).toHaveLength(1)
  })

  it('goes to the address of the token, with the key and the version that were read', async () => {
    const { calls, fetcher } = answering({ version: 1, actions: [accept] })
    expect(await act<LinkView>(fetcher, target, form())).toMatchObject({ done: true })
    expect(calls[1]).toMatchObject({
      path: `/api/links/${token}/commands/accept`,
      init: { headers: { 'idempotency-key': 'key-12345', 'if-match': '"1"' } }
    })
  })

  it('never leaves the path by what stands in the address', () => {
    expect(linkPath('../cases')).toBe('/api/links/..%2Fcases')
    expect(linkHref('a/b')).toBe('/lien/a%2Fb')
  })
})
