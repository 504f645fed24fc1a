import { expect, it } from 'vitest'
import { linksKnown } from '../../../server/disclosure/linked/known.ts'
import { aFlagged } from '../../../verify/flags.ts'
import { open } from '../../../workflows/case/advance.ts'

const here = open(aFlagged({ ageGroup: 'adult' })).facts
const moved = { ...here, host: 'acse', territory: '31', met: '69' } as const
const member = (facts: typeof here) => ({ held: ['cell_member'] as const, facts })

it('a member of the cell that received her is told of no link: the other case could say whence she came', () => {
  expect(linksKnown(member(moved), member(here))).toEqual([])
  expect(linksKnown(member(here), member(moved))).toEqual([])
  expect(
    linksKnown({ held: ['cell'], facts: moved }, { held: ['cell'], facts: here }).length
  ).toBeGreaterThan(0)
  expect(linksKnown(member(here), member(here)).length, 'positive control').toBeGreaterThan(0)
})
