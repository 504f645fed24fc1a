import { describe, expect, it } from 'vitest'
import { notesOf } from '../../workflows/fields.ts'
import { kindRow, kinds } from '../../workflows/referral.kinds.ts'
import { previewField, shownOf, toldBy } from '../../workflows/referral.preview.ts'
import type { ReferralKind } from '../../workflows/vocabulary.ts'

const everyKind = Object.keys(kinds) as ReferralKind[]
const labels = (kind: ReferralKind, kept: Record<string, unknown>) =>
  shownOf(kind, kept).map(({ schema }) => notesOf(schema)?.label.en)

describe('a preview keeps back', () => {
  it('what nobody has said: neither nothing, nor an empty list', () => {
    for (const said of [undefined, null, []]) {
      expect(toldBy('acse', { distance: said })).toEqual({})
      expect(shownOf('acse', { language: said, told: { distance: said } })).toEqual([])
    }
    expect(shownOf('acse', {})).toEqual([])
  })

  it('what its kind does not name, whoever kept it there', () => {
    for (const kind of everyKind) {
      expect(previewField(kind, 'narrative')).toBeUndefined()
      expect(shownOf(kind, { address: 'CANARI', told: { narrative: 'CANARI' } })).toEqual([])
    }
  })

  it('a fact that another kind shows', () => {
    expect(shownOf('health', { asylumLink: 'pending' })).toEqual([])
    expect(shownOf('acse_place', { danger: 'immediate' })).toEqual([])
  })
})

describe('a preview shows', () => {
  it('a no and a nought, which are answers', () => {
    expect(toldBy('acse', { accessible: false })).toEqual({ accessible: false })
    expect(shownOf('exit_programme', { programmePeriods: 0 }).map(({ value }) => value)).toEqual([0])
  })

  it('what is asked first, then the facts', () => {
    const kept = { sex: 'female', language: 'ar', told: { distance: 'far' } }
    expect(shownOf('acse', kept).map(({ value }) => value)).toEqual(['far', 'female', 'ar'])
    expect(labels('acse', kept)[0]).toBe('Distance wanted')
  })

  it('each value beside the words in which it was asked', () => {
    const [shown] = shownOf('acse', { danger: 'possible' })
    expect(shown).toEqual({ value: 'possible', schema: previewField('acse', 'danger') })
  })

  it('a house to which a place is proposed what she needs there, which the desk was asked', () => {
    for (const kind of ['acse_place', 'dna_place', 'minor_place'] as const) {
      expect(kindRow(kind).tells).toEqual([])
      expect(labels(kind, { needs: 'rez-de-chaussée', accessible: true })).toEqual([
        'Needs',
        'Accessible housing'
      ])
    }
  })
})

describe('what is asked', () => {
  it('of a guardian says no mission, so that none is missing where it is asylum', () => {
    for (const missions of [['criminal', 'asylum'], ['criminal'], ['asylum']])
      expect(toldBy('ad_hoc_guardian', { on: '2026-09-01', missions, reason: 'absent' })).toEqual({
        reason: 'absent'
      })
  })

  it('leaves out whatever the kind does not name', () => {
    const input = { destination: 'general', address: 'a@b.test', narrative: 'CANARI' }
    expect(toldBy('health', input)).toEqual({ destination: 'general' })
    expect(shownOf('health', { told: input, narrative: 'CANARI' })).toHaveLength(1)
  })
})
