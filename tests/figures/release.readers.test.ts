import { expect, test } from 'vitest'
import { never } from '../../figures/person/impossible.ts'
import { usualNoise } from '../../figures/noise/deviations.ts'
import type { Given, Hardened } from '../../figures/gate/gate.ts'
import { judge } from '../../figures/release/judging.ts'
import { counted } from './gate/given.ts'

const squares = { shown: 0, exact: 0, guess: 0, passes: true }
const verdict = { passes: true, findings: [], contradicts: false, squares }
const nothing = { public: [], partner: [], lifted: [] }

/** What the gate is given of a release counted as of these instants, the last one being its own. */
const givenOf = async (instants: string[], table = counted('all', { sex: ['f', 'm'] }, [20, 30])) => {
  const given: Given[] = []
  const { id, dimensions, counts } = table
  const shown = { id, dimensions, shown: [...counts] }
  const tables = { public: [shown], partner: [shown] }
  const [last, ...before] = instants.map((at) => Date.parse(at)).toReversed()
  await judge(
    {
      ...{ asOf: last!, year: 2026, noise: usualNoise, tables, counted: [table], contributors: [], sent: [] },
      before: before.toReversed().map((asOf) => ({ asOf, tables, beside: nothing }))
    },
    async (all): Promise<Hardened> => {
      given.push(all)
      return { release: all.release, maskedToPass: [], verdict }
    },
    () => undefined
  )
  return given
}

test('of each release its readers know which quarters had not begun, and which nobody is ever in', async () => {
  const [closed, open] = await givenOf([
    '2026-03-31T21:59:59Z',
    '2026-09-30T21:59:59Z',
    '2027-01-20T10:00:00Z'
  ])
  const first = ['quarter=q2', 'quarter=q3', 'quarter=q4']
  const third = ['quarter=q4']
  expect(open!.earlier.map(({ toCome }) => [...toCome!])).toEqual([first, third])
  expect([...open!.release.toCome!]).toEqual([])
  expect(closed!.earlier.map(({ toCome }) => [...toCome!])).toEqual([first, third])
  for (const { method } of [open!, closed!]) expect(method.never).toEqual(never)
})

test('where somebody stands whom the code knows nowhere, they are protected like any others', async () => {
  const table = counted('decisions', { decision: ['positive', 'unknown'] }, [20, 3])
  const [, open] = await givenOf(['2026-09-30T21:59:59Z'], table)
  expect(never).toContain('decision=unknown')
  expect(open!.method.never).toEqual(never.filter((word) => word !== 'decision=unknown'))
})
