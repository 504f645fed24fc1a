import { describe, expect, it } from 'vitest'
import type { ActionView } from '../../web/src/lib/api.types.ts'
import { act } from '../../web/src/lib/form/act.ts'
import { linkHref, linkPath } from '../../web/src/lib/link/path.ts'
import { answering } from '../support/answering.ts'

const token = 'A'.repeat(64)
const accept = {
  command: 'accept',
  label: 'Accepter',
  enabled: true,
  reason: null,
  input: { properties: {} }
} as ActionView

const form = () => {
  const data = new FormData()
  data.set('_key', 'key-12345')
  data.set('_version', '1')
  return data
}
const target = {
  path: linkPath(token),
  command: 'accept',
  locale: 'fr' as const,
  now: new Date('2026-11-24T11:00:00Z')
}

describe('an answer by link', () => {
  it('is not sent once the act is gone', async () => {
    const { calls, fetcher } = answering({ status: 200 })
    expect(await act(fetcher, { ...target, view: { version: 0, actions: [] } }, form())).toMatchObject({
      done: false,
      refused: { problem: { status: 409 } }
    })
    expect(calls).toEqual([])
  })

  it('goes to the address of the token, with the key and the version that were read', async () => {
    const { calls, fetcher } = answering({ status: 200 })
    expect(await act(fetcher, { ...target, view: { version: 1, actions: [accept] } }, form())).toMatchObject({
      done: true
    })
    expect(calls).toMatchObject([
      {
        path: `/api/links/${token}/commands/accept`,
        headers: { 'idempotency-key': 'key-12345', 'if-match': '"1"' }
      }
    ])
  })

  it('never leaves the path by what stands in the address', () => {
    expect(linkPath('../cases')).toBe('/api/links/..%2Fcases')
    expect(linkHref('a/b')).toBe('/lien/a%2Fb')
  })
})
