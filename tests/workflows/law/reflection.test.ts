import { describe, expect, it } from 'vitest'
import { advance, openness } from '../../../workflows/case/advance.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { doneBy } from '../../../workflows/deadlines/running/stopping.ts'
import {
  aCase,
  after,
  anInput,
  moved,
  opensFrom,
  someone,
  storedStates,
  warned
} from '../../support/cases.ts'

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

describe('CESEDA R425-2: interrupted, the thirty days protect no longer, whatever was applied for', () => {
  const interrupted = (residence: string, removalBar = true) =>
    after(
      aCase({ regions: { residence }, facts: { removalBar, rights: ['work', 'care'] } }),
      'reflection.interrupt'
    )

  it.each([
    ['cst_applied', []],
    ['cst_recepisse', ['work']],
    ['cst_valid', ['work', 'care']]
  ])('in %s: the state stays, the bar falls', (residence, rights) => {
    const { regions, facts } = interrupted(residence)
    expect(regions.residence).toBe(residence)
    expect(facts).toMatchObject({ removalBar: false, rights })
  })

  it('it stops the clock that moves no state; and takes nothing where no bar was up', () => {
    expect(doneBy('reflection.interrupt')).toEqual(['D-REFLEX'])
    expect(interrupted('cst_applied', false).facts.rights).toEqual(['work', 'care'])
  })
})

describe('CESEDA L425-3: the ten-year card is asked for wherever the stay stands', () => {
  const convicted = { offences: ['225-4-1'], offencesOn: '2026-10-01', finalOn: '2026-11-01' }
  const ready = aCase({ facts: { ...convicted, stay: 'unknown' } })

  it('but where a better card or none is needed', () => {
    const open = opensFrom('resident.apply', ready)
    const closed = storedStates('residence').filter((state) => !open.includes(state))
    expect(closed.toSorted()).toEqual(['cr10', 'eu_or_french'])
  })

  it('the first application goes on beside it, and the warning is said', () => {
    const applied = aCase({
      regions: { residence: 'cst_applied' },
      facts: { ...convicted, permitAsked: 'l425_1' }
    })
    expect(warned(applied, 'resident.apply')).toEqual([expect.stringMatching(/L425-3/)])
    const { facts, regions } = after(applied, 'resident.apply')
    expect(regions.residence).toBe('cst_applied')
    expect(facts).toMatchObject({ otherPermit: 'asked', permitAsked: 'l425_1' })
    expect(after({ facts, regions }, 'resident.refuse').facts.otherPermit).toBe('refused')
  })
})

describe('CESEDA R425-1, R425-2: the information is given wherever the stay stands, and the thirty days bar removal', () => {
  const goesOn = ['appeal', 'cst_applied', 'cst_recepisse', 'regular_other', 'cst_valid', 'aps_psp', 'cr10']

  it.each(goesOn)('in %s, the stay is what it was, wished or not', (residence) => {
    expect(openness(aCase({ regions: { residence } }), 'reflection.offer').open).toBe(true)
    for (const wishes of [true, false]) {
      const offered = after(aCase({ regions: { residence } }), 'reflection.offer', { wishes })
      expect(offered.regions.residence).toBe(residence)
      expect(offered.facts.reflection).toEqual({ wished: wishes, from: residence })
    }
  })

  it('whoever was refused with an obligation to leave, and is before the court, is offered it and handed the receipt', () => {
    const refused = after(aCase({ regions: { residence: 'cst_applied' } }), 'permit.refuse', {
      appealWithin: 'one_month'
    })
    const before = after(refused, 'ta.filed')
    expect(before.regions.residence).toBe('appeal')
    const held = after(after(before, 'reflection.offer', { wishes: true }), 'receipt.handed')
    expect(held).toMatchObject({ regions: { residence: 'appeal' }, facts: { removalBar: true } })
  })

  it.each(['reflection_ended', 'reflection_interrupted'])(
    'after %s it is offered, and the first period said',
    (residence) => {
      expect(warned(aCase({ regions: { residence } }), 'reflection.offer')).toContainEqual(
        expect.stringMatching(/^Un délai de réflexion a déjà couru/)
      )
      expect(after(aCase({ regions: { residence } }), 'reflection.offer').regions.residence).toBe(
        'reflection_offered'
      )
      expect(warned(aCase({ regions: { residence: 'appeal' } }), 'reflection.offer')).not.toContainEqual(
        expect.stringMatching(/^Un délai de réflexion a déjà couru/)
      )
    }
  )
})
