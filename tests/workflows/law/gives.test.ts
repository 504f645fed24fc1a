import { describe, expect, it } from 'vitest'
import { openness } from '../../../workflows/case/advance.ts'
import { after, aMinorCase, opensFrom, storedStates } from '../../support/cases.ts'

// Ways that a text opens, and that our own rules had closed.

const aChild = aMinorCase({ facts: { danger: 'immediate', minorBefore: 'placed_common' } })
const ofChildren = storedStates('minor').filter(
  (state) => state !== 'not_applicable' && state !== 'majority_reached'
)

describe('a child in danger is reported from wherever protection stands (CASF L226-2-1, L226-4)', () => {
  it.each(ofChildren)('in %s, to the prosecutor and to the département', (minor) => {
    const child = { ...aChild, regions: { ...aChild.regions, minor: minor as never } }
    const open = (types: readonly ('minor.report_prosecutor' | 'minor.report_again')[]) =>
      types.filter((type) => openness(child, type).open)
    expect(open(['minor.report_prosecutor', 'minor.report_again'])).toHaveLength(1)
    const concern = (['concern.report', 'concern.again'] as const).filter(
      (type) => openness(child, type).open
    )
    expect(concern).toHaveLength(1)
  })

  it('again, it leaves what was decided as it is', () => {
    for (const type of ['minor.report_again', 'concern.again'] as const)
      for (const state of opensFrom(type, aChild)) {
        const child = {
          facts: { ...aChild.facts, missing: state === 'runaway' },
          regions: { ...aChild.regions, minor: state as never }
        }
        const next = after(child, type)
        expect(next.regions.minor, `${type} from ${state}`).toBe(state)
        expect(next.facts.minorBefore).toBe('placed_common')
      }
  })
})
