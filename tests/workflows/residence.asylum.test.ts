import { describe, expect, it } from 'vitest'
import { guards } from '../../workflows/guards.ts'
import { commandRow, commandTypes } from '../../workflows/commands.ts'
import { residenceProblems } from '../../workflows/residence.problems.ts'
import { discreet, discreetly } from '../../workflows/regions/residence.discreet.ts'
import { after, refusal } from '../support/cases.ts'
import { at, complained } from '../support/residence.ts'

describe('asylum', () => {
  it('is a date and a status: no words, and every field of its class', () => {
    for (const type of commandTypes.filter((type) => type.startsWith('asylum.'))) {
      const row = commandRow(type)
      expect(row.sees).toBe('I')
      for (const field of Object.values(row.input.properties) as { maxLength?: number }[])
        expect(field.maxLength).toBeUndefined()
    }
  })

  it('is decided once; what follows is the region’s own', () => {
    const pending = after(at('irregular'), 'asylum.lodged')
    expect(pending).toMatchObject({
      regions: { residence: 'asylum_pending' },
      facts: { asylumLink: true, stay: 'asylum' }
    })
    expect(after(pending, 'asylum.decision', { decision: 'protected' }).regions.residence).toBe('protected')
    const refused = after(pending, 'asylum.decision', { decision: 'refused' })
    expect(refused).toMatchObject({ regions: { residence: 'refused' }, facts: { stay: 'irregular' } })
    expect(after(refused, 'asylum.lodged').regions.residence).toBe('asylum_pending')
  })

  it('touches nothing that runs, is held or is before a judge', () => {
    for (const residence of ['regular_other', 'reflection_running', 'refused_permit', 'appeal']) {
      expect(refusal(at(residence), 'asylum.lodged')).toBeTruthy()
      const claimed = after(at(residence, { stay: 'irregular' }), 'asylum.lodged_beside')
      const refused = after(claimed, 'asylum.decision', { decision: 'refused' })
      expect([claimed, refused].map(({ regions }) => regions.residence)).toEqual([residence, residence])
    }
  })

  it('beside a permit leaves it where it is, unless protection is granted', () => {
    const both = after(at('cst_valid', { ...complained, stay: 'regular' }), 'asylum.lodged_beside')
    expect(both.regions.residence).toBe('cst_valid')
    expect(after(both, 'asylum.decision', { decision: 'refused' })).toMatchObject({
      regions: { residence: 'cst_valid' },
      facts: { stay: 'regular' }
    })
    expect(after(both, 'asylum.decision', { decision: 'protected' }).regions.residence).toBe('protected')
  })

  it('two months to ask for another permit; later only for what is new', () => {
    const invited = after(after(at('irregular', complained), 'asylum.lodged'), 'asylum.invited')
    expect(residenceProblems('permit.apply', {}, invited.facts)).toEqual([])
    const late = after(invited, 'clock.lapse', { deadline: 'D-ASILE-SEJOUR' }).facts
    expect(residenceProblems('discretion.apply', {}, late)).toMatchObject([{ field: 'newCircumstances' }])
    expect(residenceProblems('discretion.apply', { newCircumstances: true }, late)).toEqual([])
  })

  it('re-opens the housing question in an asylum place, or with protection', () => {
    const rehouse = guards.rehouseAfterAsylum.holds
    expect(rehouse(at('refused', { asylum: 'refused', asylumPlace: 'slept' }))).toBe(true)
    expect(rehouse(at('protected', { asylum: 'protected' }))).toBe(true)
    expect(rehouse(at('refused', { asylum: 'refused' }, { housing: 'housed_acse' }))).toBe(false)
  })

  it('I-13 reads like any other stay to who may not know of it', () => {
    const told = (residence: string) => discreet('residence', at(residence))
    expect(told('asylum_pending')).toBe('unknown')
    expect(told('protected')).toBe('regular_other')
    expect(told('cst_valid')).toBe('cst_valid')
    expect(refusal(at('asylum_pending'), 'permit.issue')).not.toMatch(/^Ici : [^.]*asile/)
  })

  it.each(['unknown', 'irregular', 'reflection_interrupted', 'reflection_ended'])(
    'I-13 a claim made, refused and made again tells nothing to who knew of %s',
    (residence) => {
      const before = at(residence, { ...complained, stay: residence === 'unknown' ? 'unknown' : 'irregular' })
      const told = discreetly(before)
      const claimed = after(before, 'asylum.lodged')
      const refused = after(claimed, 'asylum.decision', { decision: 'refused' })
      for (const since of [claimed, refused, after(refused, 'asylum.lodged')]) {
        expect(since.regions.residence).not.toBe(residence)
        expect(discreetly(since).regions).toEqual(told.regions)
        expect(discreetly(since).facts.stay).toBe(told.facts.stay)
      }
    }
  )
})

it('asylum is told by nothing to whoever may not know', () => {
  const facts = {
    stay: 'asylum',
    asylum: 'pending',
    asylumLink: true,
    consents: ['A', 'D', 'E'],
    toldStay: { residence: 'reflection_ended', stay: 'unknown' }
  } as const
  const seen = (residence: string, different: object = {}) =>
    discreetly(at(residence, { ...facts, ...different }, { housing: 'housed_chrs_other' }))
  expect(seen('asylum_pending')).toEqual(
    at(
      'reflection_ended',
      { ...facts, stay: 'unknown', asylum: 'none', asylumLink: false, consents: ['A', 'E'] },
      { housing: 'housed_chrs_other' }
    )
  )
  const stands = (residence: string, different: object = {}) => {
    const { regions, facts } = seen(residence, different)
    return [regions.residence, facts.stay]
  }
  expect(stands('refused')).toEqual(['reflection_ended', 'unknown'])
  expect(stands('asylum_pending', { toldStay: null })).toEqual(['unknown', 'unknown'])
  expect(stands('protected')).toEqual(['regular_other', 'regular'])
  expect(stands('cst_applied')).toEqual(['cst_applied', 'unknown'])
  expect(stands('cst_applied', { stay: 'irregular' })).toEqual(['cst_applied', 'irregular'])
  expect(discreet('housing', at('irregular', {}, { housing: 'housed_acse' }))).toBe('housed_acse')
})
