import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { aCase } from '../../support/cases.ts'
import { taught } from '../../support/regions/learning.ts'

const inHousing = (housing: string, facts: Partial<Facts> = {}) => aCase({ regions: { housing }, facts })
const slept: Partial<Facts> = { host: 'acse', bed: 'acse', rehousing: true, holdExtended: true }

describe('a place', () => {
  it.each([
    ['acse.matched', { host: 'acse', holdExtended: false }],
    ['acse.hold_extended', { holdExtended: true }],
    ['acse.hold_lapsed', { host: null }],
    ['acse.place_declined', { host: null }],
    ['acse.admission', { bed: 'acse', asylumPlace: 'none' }],
    ['housing.moved', { bed: 'acse', asylumPlace: 'none' }],
    ['housing.stays', { host: 'acse' }],
    ['housing.other', { host: null, bed: null }],
    ['housing.left', { bed: null }],
    ['housing.absconded', { bed: null }],
    ['housing.ended', { localDanger: false, danger: 'none', bed: null }],
    ['housing.alert', { danger: 'immediate', localDanger: true }],
    ['acse.too_urgent', { danger: 'immediate' }],
    ['minor.placement_offer', { sentHome: false }],
    ['minor.placement_arrival', { bed: null, asylumPlace: 'none' }],
    ['minor.placement_alert', { danger: 'immediate', localDanger: true }]
  ] as const)('%s', (type, learnt) => {
    expect(taught(type, inHousing('matched', slept))).toEqual(learnt)
  })

  it('refused after its agreement is promised no more, and who cannot wait is in danger', () => {
    const refused = (reason: string) =>
      taught('acse.refused_after', inHousing('pre_admission', slept), { reason })
    expect(refused('not_adapted')).toEqual({ host: null })
    expect(refused('too_urgent')).toEqual({ host: null, danger: 'immediate' })
  })

  it.each([
    ['placement_requested', 'acse'],
    ['waiting_list', 'acse'],
    ['refused_by_structure', 'acse'],
    ['housed_acse', 'acse'],
    ['housed_chrs_other', 'acse'],
    ['security_alert', 'acse'],
    ['emergency_local', 'acse'],
    ['unassessed', null],
    ['no_need', null],
    ['left', null],
    ['declined_by_person', null],
    ['absconded', null]
  ] as const)('slept in is kept through a new search from %s: %s', (housing, bed) => {
    const from = inHousing(housing, slept)
    expect(taught('acse.request', from)).toEqual({ bed })
    expect(taught('danger.immediate', from)).toEqual({ danger: 'immediate', localDanger: true, bed })
  })

  it('renewed contact tells of danger, or of nothing', () => {
    const news = (news: string) => taught('housing.recontacted', inHousing('left'), { news })
    expect(news('danger')).toEqual({ danger: 'immediate' })
    expect(news('safe')).toEqual({})
  })
})
