import { describe, expect, it } from 'vitest'
import { advance } from '../../../workflows/case/advance.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { aCase, after, anInput, moved, someone } from '../../support/cases.ts'

// CESEDA R425-2: « ce délai court à compter de la remise du récépissé ».

const today = '2026-11-24'
const handed = (residence: string, handedOn: string) =>
  advance(aCase({ regions: { residence } }), {
    type: 'receipt.handed',
    input: anInput('receipt.handed', { handedOn }),
    by: { ...someone, today }
  })

describe('CESEDA R425-2: each receipt has its own thirty days', () => {
  it.each(['reflection_offered', 'cst_applied', 'cst_valid'])('in %s, while they run', (residence) => {
    expect(handed(residence, '2026-10-25').facts.removalBar).toBe(true)
    expect(handed(residence, '2026-10-25').facts.rights).toContain('police_protection')
  })

  it.each(['reflection_offered', 'cst_applied', 'cst_valid'])(
    'in %s, and nothing once they are over',
    (residence) => {
      expect(handed(residence, '2026-10-24').facts).toMatchObject({ removalBar: false, rights: [] })
    }
  )

  it('a later receipt starts the thirty days again, an earlier one does not', () => {
    const running = aCase({ regions: { residence: 'reflection_running' }, facts: { removalBar: true } })
    const input = anInput('receipt.handed', { handedOn: today })
    expect(openedBy('receipt.handed', input, moved(running, 'receipt.handed', input))).toContainEqual({
      code: 'D-REFLEX',
      startsOn: today,
      restarts: true
    })
    expect(deadlineRegister['D-REFLEX'].latest).toBe(true)
  })

  it('whoever walks the tables has no day: the thirty days then run', () => {
    expect(
      after(aCase({ regions: { residence: 'reflection_offered' } }), 'receipt.handed').facts.removalBar
    ).toBe(true)
  })
})
