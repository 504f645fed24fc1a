import { expect, it } from 'vitest'
import { refOf, refsFor } from '../../../server/cases/act-ref.ts'
import type { EventRow } from '../../../server/cases/store.ts'
import { testKeys } from '../../support/running/keys.ts'

const act = (different: Partial<EventRow> = {}) =>
  ({ caseId: 'a', seq: 3, struckBy: null, traced: true, ...different }) as EventRow
const name = (of: EventRow, own = true) => refsFor(testKeys, () => own)(of)

it('no act has a name that is another’s, was taken back, or left no trace of what it changed', () => {
  expect(name(act(), false)).toBeNull()
  expect(name(act({ struckBy: 4 }))).toBeNull()
  expect(name(act({ traced: false }))).toBeNull()
  expect(name(act())).toBe(refOf(testKeys, act()))
})

it('the name of an act tells neither its number nor its case, and is its own', () => {
  const names = [act(), act({ seq: 4 }), act({ caseId: 'b' })].map((one) => refOf(testKeys, one))
  expect(new Set(names).size).toBe(3)
  for (const one of names) expect(one).toMatch(/^[\w-]{22}$/)
})
