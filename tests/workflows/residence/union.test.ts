import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import { residenceWord } from '../../../workflows/vocabulary/words.union.ts'
import { after, refusal } from '../../support/cases.ts'
import { at, complained } from '../../support/regions/residence.ts'

describe('CESEDA L110-4, L233-1: the stay of a citizen of the Union has rules of its own', () => {
  const union = at('eu_or_french', { ...complained, nationality: 'eu' })
  const french = at('eu_or_french', { ...complained, nationality: 'french' })

  it('and a French person none: the two do not read alike, and neither « without need of a permit »', () => {
    expect(residenceWord('eu_or_french', 'french')!.fr).toBe('Ressortissant français')
    expect(residenceWord('eu_or_french', 'eu')!.fr).toBe('UE, EEE, Suisse : régime propre')
    expect(residenceWord('irregular', 'eu')).toBeNull()
    expect(residenceWord('eu_or_french', undefined)).toBeNull()
  })

  it('the L425-1 permit is refused in words that say why, and not by a list of states', () => {
    for (const person of [union, french]) {
      expect(refusal(person, 'permit.apply')).toMatch(
        /^Ce droit, comme la carte L425-1, est fait pour les étrangers/
      )
      expect(refusal(person, 'permit.apply')).not.toMatch(/Possible depuis/)
    }
  })

  it('is checked, and found established or doubtful (L251-1), which closes nothing', () => {
    const doubtful = after(union, 'union.stay_checked', { on: '2026-11-24', outcome: 'doubtful' })
    expect(doubtful.facts.unionStay).toBe('doubtful')
    expect(after(doubtful, 'union.stay_checked', { outcome: 'verified' }).facts.unionStay).toBe('verified')
    for (const type of ['danger.immediate', 'needs.assess', 'acse.request', 'civi.claim'] as const)
      expect(refusal(doubtful, type), type).toBe(refusal(union, type))
    expect(refusal(french, 'union.stay_checked')).toBe('Pour un citoyen de l’Union, de l’EEE ou de Suisse.')
    expect(commandRow('union.stay_checked').basis).toContain('CESEDA.L251-1')
  })

  it('ends where she turns out to be of another country: what is hers opens at once', () => {
    const corrected = after(union, 'facts.complete', { nationality: 'third_country', stay: 'irregular' })
    for (const type of [
      'reflection.offer',
      'prefecture.request',
      'permit.apply',
      'discretion.apply'
    ] as const)
      expect(refusal(corrected, type), type).toBeNull()
    expect(residenceWord('eu_or_french', corrected.facts.nationality)!.fr).toBe('Situation à établir')
  })
})
