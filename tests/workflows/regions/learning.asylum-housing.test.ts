import { expect, it } from 'vitest'
import { aCase } from '../../support/cases.ts'
import { taught } from '../../support/regions/learning.ts'

const slept = aCase({
  regions: { asylum_housing: 'housed' },
  facts: { asylumPlace: 'slept', asylumHoldExtended: true, rehousing: true, danger: 'possible' }
})

it.each([
  ['dna.request', { asylumPlace: 'slept' }],
  ['dna.matched', { asylumHoldExtended: false }],
  ['dna.admission', { rehousing: false, asylumPlace: 'slept' }],
  ['dna.review', { rehousing: false }],
  ['dna.rehouse', { rehousing: false }],
  ['dna.withdrawn', { asylumPlace: 'none' }],
  ['dna.hold_extended', { asylumHoldExtended: true }],
  ['dna.declined_by_person', { asylumPlace: 'none' }],
  ['dna.left', { asylumPlace: 'none' }],
  ['dna.absconded', { asylumPlace: 'none' }]
] as const)('%s', (type, learnt) => {
  expect(taught(type, slept)).toEqual(learnt)
})
