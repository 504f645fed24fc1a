import { describe, expect, it } from 'vitest'
import { aCase, after, refusal } from '../../support/cases.ts'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { closesOf } from '../../../workflows/deadlines/running/stopping.ts'

const at = (identification: string, facts = {}) => aCase({ regions: { identification }, facts })

describe('what a service finds in an operation', () => {
  it('waits for no cell, nor for what it found before; the cell takes note after (CESEDA R425-1)', () => {
    const found = after(at('insufficient_elements', { presumed: false }), 'grounds.record')
    expect(found.regions.identification).toBe('presumed')
    expect(refusal(found, 'grounds.reviewed')).toBeNull()
    const noted = after(found, 'grounds.reviewed', { view: 'noted' })
    expect(noted.regions.identification).toBe('presumed')
    expect(noted.facts).toMatchObject({ presumed: true, foundByService: false })
    expect(refusal(noted, 'grounds.reviewed')).toBe('Aucun constat d’un service n’attend la cellule.')
  })
})

describe('the grounds found', () => {
  const found = commandTypes.filter((type) => {
    const { from, to } = commandRow(type)
    return to === 'presumed' && from !== 'any' && from.includes('under_triage')
  })

  it('by two voices, by a service or in a meeting open the same clocks', () => {
    expect(found.toSorted()).toEqual(['grounds.positive', 'grounds.record', 'meeting.positive'])
    for (const type of found) expect(commandRow(type).opens).toEqual(commandRow('grounds.positive').opens)
    expect(commandRow('grounds.positive').opens.map(({ code }) => code)).toEqual([
      'MNIO-INFO',
      'MNIO-NEEDS',
      'MNIO-NEEDS-SAFETY',
      'MNIO-CONTACT',
      'MNIO-MINOR-VICTIM'
    ])
  })
})

describe('elements that stay insufficient', () => {
  it('start the time after which identity is erased, however they were found', () => {
    for (const type of ['triage.reject', 'meeting.insufficient'] as const)
      expect(commandRow(type).opens).toEqual([{ code: 'MNIO-INSUFFICIENT' }])
    expect(deadlineRegister['MNIO-INSUFFICIENT']).toMatchObject({ fires: 'identity.erase', patient: true })
  })

  it('keep identity while a review is asked, while she is housed, or protected as a minor', () => {
    expect(closesOf('review.request')).toContain('MNIO-INSUFFICIENT')
    const insufficient = (regions = {}) =>
      aCase({ regions: { identification: 'insufficient_elements', ...regions }, facts: { presumed: false } })
    expect(refusal(insufficient({ housing: 'housed_chrs_other' }), 'identity.erase')).not.toBeNull()
    expect(refusal(insufficient({ minor: 'signalement' }), 'identity.erase')).not.toBeNull()
    expect(refusal(insufficient({ closure: 'closed_not_victim' }), 'identity.erase')).toBeNull()
  })
})
