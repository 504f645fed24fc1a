import { describe, expect, it } from 'vitest'
import type { CaseLine } from '../../web/src/lib/api.types.ts'
import { actTogether, sharedAct, ticksOf } from '../../web/src/lib/worklist/together.ts'
import { answering } from '../support/answering.ts'

const line = (id: string, together: string | null, command = 'triage.start') =>
  ({ id, waitsFor: { command, label: command, named: false, together } }) as CaseLine
const idle = { id: 'idle', waitsFor: null } as CaseLine

describe('what several lines wait for', () => {
  it('is offered neither where there is none, nor where each case is looked at first', () => {
    expect(sharedAct([idle])).toBeNull()
    expect(sharedAct([line('a', null, 'grounds.positive'), line('b', null, 'grounds.positive')])).toBeNull()
  })

  it('is the act of the first, where others wait for the same', () => {
    const lines = [idle, line('a', '4'), line('b', null, 'grounds.positive'), line('c', '1')]
    expect(sharedAct(lines)).toMatchObject({ command: 'triage.start' })
    const ticks = ticksOf(lines)
    expect(Object.entries(ticks).map(([id, { version }]) => [id, version])).toEqual([
      ['a', '4'],
      ['c', '1']
    ])
    expect(ticks['a']!.key).not.toBe(ticks['c']!.key)
  })
})

describe('an act in the cases that were ticked', () => {
  const sends = async (ids: string[], status: (id: string) => number) => {
    const form = new FormData()
    form.set('_command', 'triage.start')
    for (const id of new Set(ids)) {
      form.set(`_key-${id}`, `key-of-${id}`)
      form.set(`_version-${id}`, '3')
      form.set(`_code-${id}`, `CODE-${id}`)
    }
    for (const id of ids) form.append('case', id)
    const { calls, fetcher } = answering((path) => ({
      status: status(path.split('/')[3]!),
      body: { title: 'Refused', detail: 'It moved.' }
    }))
    return { result: await actTogether(fetcher, form), calls }
  }

  it('goes once to each, with its own key and the version that was read', async () => {
    const { result, calls } = await sends(['a', 'b', 'a'], () => 204)
    expect(result).toEqual({ done: 2, refused: [] })
    expect(calls.map(({ path }) => path)).toEqual([
      '/api/cases/a/commands/triage.start',
      '/api/cases/b/commands/triage.start'
    ])
    expect(calls[0]).toMatchObject({
      body: '{}',
      headers: { 'idempotency-key': 'key-of-a', 'if-match': '"3"', prefer: 'return=minimal' }
    })
  })

  it('goes on after a refusal, and says which and why', async () => {
    const { result } = await sends(['a', 'b', 'c'], (id) => (id === 'b' ? 412 : 204))
    expect(result).toMatchObject({
      done: 2,
      refused: [{ href: '/dossiers/b', code: 'CODE-b', problem: { status: 412, detail: 'It moved.' } }]
    })
  })

  it.each([401, 429, 503])('stops at %i, which is no answer of the rules', async (status) => {
    await expect(sends(['a', 'b', 'c'], (id) => (id === 'b' ? status : 204))).rejects.toMatchObject({
      status
    })
  })

  it('does nothing where nothing is ticked, and never more than a list shows', async () => {
    expect((await sends([], () => 204)).result).toEqual({ done: 0, refused: [] })
    const many = Array.from({ length: 120 }, (_, nth) => `id-${nth}`)
    expect((await sends(many, () => 204)).result.done).toBe(100)
  })
})
