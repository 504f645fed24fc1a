import { describe, expect, it } from 'vitest'
import { flaggedWith, linkEach } from '../../../web/src/lib/flag/linking.ts'
import { answering } from '../../support/answering.ts'

const [one, two, three] = ['one', 'two', 'three'].map((id) => ({ id, code: `TEH ${id}` }))
const tie = { codes: [two!.code, three!.code], kind: 'family' }
const linking = async (statuses: Record<string, number>, rule = 'stands_already') => {
  const api = answering((_path) => {
    const { code } = JSON.parse(api.calls.at(-1)!.body) as { code: string }
    const status = statuses[code] ?? 201
    return { status, body: status < 400 ? {} : { title: 'Non', code: status === 409 ? rule : 'no' } }
  })
  return { ...(await linkEach(api.fetcher, 'one', tie)), calls: api.calls }
}

describe('the cases that were flagged together', () => {
  it('are those that their author reads, beside the one at hand', () => {
    expect(flaggedWith('four', [one!, null, two!])).toEqual([])
    expect(flaggedWith('one', [null])).toEqual([])
    expect(flaggedWith('one', [one!, null, two!])).toEqual([two])
  })

  it('are not said to be linked where one link is refused; the others are made', async () => {
    const { linked, refused, calls } = await linking({ 'TEH two': 400 })
    expect([linked, refused?.status, calls.length]).toEqual([1, 400, 2])
  })

  it('are not said to be linked where any other rule stands against it', async () => {
    const { linked, refused, calls } = await linking({ 'TEH two': 409 }, 'rule')
    expect([linked, refused?.code, calls.length]).toEqual([1, 'rule', 2])
  })

  it('are left as they are from a fault on: pressed again, it goes on from there', async () => {
    for (const status of [401, 429, 503]) {
      const { linked, refused, calls } = await linking({ 'TEH two': status })
      expect([linked, refused?.status, calls.length]).toEqual([0, status, 1])
    }
  })

  it('are linked each to the one at hand, and one that was so already is as it was wanted', async () => {
    const { linked, refused, calls } = await linking({ 'TEH three': 409 })
    expect([linked, refused]).toEqual([2, null])
    expect(calls.map(({ path, body }) => [path, JSON.parse(body) as unknown])).toEqual(
      tie.codes.map((code) => ['/api/cases/one/links', { code, kind: 'family' }])
    )
    expect(new Set(calls.map(({ headers }) => headers['idempotency-key'])).size).toBe(2)
  })
})
