import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { openness } from '../../../workflows/case/advance.ts'
import { aCase, after, aMinorCase, opensFrom, refusal, storedStates, warned } from '../../support/cases.ts'

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

describe('the permit of whoever was in care (CESEDA L423-22, L435-3)', () => {
  it('is asked for by whoever was in care before this file, and from sixteen on (L421-35); it warns', () => {
    const grown = aCase({ facts: { ageBand: '18-24' } })
    expect(refusal(grown, 'coming_of_age.apply')).toBeNull()
    expect(warned(grown, 'coming_of_age.apply')[0]).toMatch(/La préfecture décide/)
    const child = aMinorCase({ regions: { minor: 'placed_common', residence: 'unknown' } })
    expect(refusal(child, 'coming_of_age.apply')).toBeNull()
  })
})

describe('shortage occupations and community hosting (CESEDA L435-4, L435-2)', () => {
  it.each(['shortage', 'community'])(
    '%s is asked for, and the silence of the prefecture counts',
    (grounds) => {
      const { opens, basis } = commandRow('discretion.apply')
      expect(after(aCase(), 'discretion.apply', { grounds }).facts.permitAsked).toBe('discretion')
      expect(opens.map(({ code }) => code)).toContain('D-SILENCE')
      expect(basis).toEqual(expect.arrayContaining(['CESEDA.L435-2', 'CESEDA.L435-4']))
    }
  )

  it('another way is prepared wherever the stay stands, threatened or not', () => {
    for (const residence of [
      'irregular',
      'aps_psp',
      'cst_valid',
      'reflection_running',
      'appeal',
      'regular_other'
    ])
      expect(refusal(aCase({ regions: { residence } }), 'residence.route')).toBeNull()
  })
})

it.each([
  ['resident.refuse', 'L425-3'],
  ['psp.refuse', 'CASF L121-9'],
  ['permit.refuse', 'L432-1']
] as const)('%s is written down for any reason really given (%s)', (type, _article) => {
  const { reason } = commandRow(type).input.properties as { reason: { enum: string[] } }
  expect(reason.enum).toContain('other')
  expect(JSON.stringify(reason)).not.toMatch(/jour de la condamnation/)
})

it('two years on the contract close neither bodily harm nor harassment (CTRAV L1471-1, al. 3)', () => {
  expect(deadlineRegister['D-LABOUR-CONTRACT'].relief?.fr).toMatch(/dommage corporel.*L1132-1.*salaire/)
})
