import { describe, expect, it } from 'vitest'
import { guards } from '../../workflows/guards.ts'
import { commandRow, commandTypes } from '../../workflows/commands.ts'
import { residenceProblems } from '../../workflows/input.residence.ts'
import { discreet } from '../../workflows/regions/residence.discreet.ts'
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
    expect(rehouse(at('refused', { asylum: 'refused' }, { housing: 'housed_dna' }))).toBe(true)
    expect(rehouse(at('protected', { asylum: 'protected' }))).toBe(true)
    expect(rehouse(at('refused', { asylum: 'refused' }, { housing: 'housed_acse' }))).toBe(false)
  })

  it('I-13 reads like any other stay to who may not know of it', () => {
    expect(discreet('residence', 'asylum_pending')).toBe(discreet('residence', 'regular_other'))
    expect(discreet('residence', 'protected')).toBe('regular_other')
    expect(discreet('residence', 'refused')).toBe('irregular')
    expect(refusal(at('asylum_pending'), 'permit.issue')).not.toMatch(/^Ici : [^.]*asile/)
  })
})
