import fc from 'fast-check'
import { expect, test } from 'vitest'
import { impossible } from '../../../figures/person/impossible.ts'
import type { Life } from '../../../figures/person/life.ts'
import { codePerson, columns, type ColumnId } from '../../../figures/person/person.ts'
import { commandTypes } from '../../../workflows/case/commands.ts'
import { regionStates } from '../../../workflows/vocabulary/states.ts'
import { ageBands } from '../../../workflows/vocabulary/words.ts'
import { aLife } from './a-life.ts'

const telling = commandTypes.filter((one) => /^(grounds|meeting|triage|formal|majority|case)[.]/.test(one))
const acts = fc
  .array(fc.tuple(fc.constantFrom(...telling), fc.nat(200)), { maxLength: 6 })
  .map((some) => some.toSorted(([, one], [, other]) => one - other))
const facts = fc.record({
  ageGroup: fc.constantFrom('adult', 'minor', 'doubt'),
  ageBand: fc.constantFrom(null, ...Object.keys(ageBands)),
  exploitedFrom: fc.constantFrom(undefined, 2010, 2019, 2025)
})
const regions = fc.record({
  identification: fc.constantFrom(...Object.keys(regionStates.identification)),
  closure: fc.constantFrom(...Object.keys(regionStates.closure))
})
const lives = fc
  .record({ acts, facts, regions })
  .map((given) => aLife(given as unknown as Parameters<typeof aLife>[0]))

const partsOf = (life: Life): ReadonlySet<string> =>
  new Set(Object.entries(codePerson(life)[0]!.codes).map(([id, value]) => `${id}=${value}`))
const together = (parts: ReadonlySet<string>, [one, other]: (typeof impossible)[number]) =>
  parts.has(one) && parts.has(other)

test('nobody is what the table says that nobody is, however strange the life', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const parts = partsOf(life)
      expect(impossible.filter((pair) => together(parts, pair))).toEqual([])
    }),
    { numRuns: 2000, seed: 19 }
  )
})

test('each pair is of words that their columns have, and lives come near enough to see one that is possible', () => {
  for (const part of impossible.flat()) {
    const [id, value] = part.split('=') as [ColumnId, string]
    expect(Object.keys((columns[id] as { words: object }).words), part).toContain(value)
  }
  const possible = [
    ['age_at_registration=minor', 'age_at_reporting=adult'],
    ['age_at_start=minor', 'age_at_registration=unknown'],
    ['decision=positive', 'opinion_span=91+'],
    ['status=presumed', 'formal_span=waiting']
  ] as const
  const drawn = fc.sample(lives, { numRuns: 2000, seed: 19 }).map(partsOf)
  for (const pair of possible)
    expect(
      drawn.some((parts) => together(parts, pair)),
      pair.join()
    ).toBe(true)
})
