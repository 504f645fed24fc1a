import { describe, expect, it } from 'vitest'
import { advance, open, openness } from '../../../workflows/case/advance.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { aCase, aMinorCase, anInput, someone } from '../../support/cases.ts'
import { aFlagged } from '../../../verify/flags.ts'

const reasonOf = (regions: Record<string, string>, command: CommandType) => {
  const verdict = openness(aCase({ regions }), command)
  return verdict.open ? (verdict.unusual?.reason ?? null) : verdict.reason
}

describe('what a flag opens', () => {
  it('an adult without a permit is flagged, in a case that is open, and nothing else is settled', () => {
    const { regions, facts } = open(aFlagged({ territory: '974' }))
    expect(regions).toEqual({
      identification: 'flagged',
      housing: 'unassessed',
      asylum_housing: 'unassessed',
      residence: 'irregular',
      judicial: 'none',
      asylum: 'none',
      care: 'none',
      minor: 'not_applicable',
      consent: 'not_informed',
      closure: 'open'
    })
    expect(facts).toMatchObject({ territory: '974', ageGroup: 'adult', consents: [], presumed: false })
  })

  it('whoever may be a minor is protected as one at once; who seeks asylum stands there', () => {
    const asking = aFlagged({ ageGroup: 'doubt', stay: 'irregular', asylumClaim: true })
    expect(open(asking).regions).toMatchObject({
      minor: 'presumed_minor',
      residence: 'irregular',
      asylum: 'pending'
    })
  })

  it('who is French or European needs no permit', () => {
    for (const nationality of ['french', 'eu'] as const)
      expect(open(aFlagged({ nationality, stay: 'unknown' })).regions.residence).toBe('eu_or_french')
  })
})

describe('the reason of a refusal', () => {
  it('names each state whence the act is possible, in small letters and between commas', () => {
    expect(reasonOf({ residence: 'unknown' }, 'permit.receipt')).toEqual({
      fr: 'Ici : situation à établir. Possible depuis : titre demandé, récépissé de demande.',
      en: 'Here: situation to establish. Possible from: permit applied for, application receipt.'
    })
  })

  it('of the stay is the same whatever became of an asylum claim', () => {
    const plain = reasonOf({ residence: 'regular_other' }, 'receipt.handed')
    expect(plain!.fr).toBe('Ici : séjour autorisé. Possible depuis : réflexion proposée.')
    for (const asylum of ['pending', 'protected', 'refused'])
      expect(reasonOf({ residence: 'regular_other', asylum }, 'receipt.handed')).toEqual(plain)
  })

  it('that a consent is missing names it: to the police none is sent without it', () => {
    const asked = openness(
      aCase({ facts: { consents: ['A', 'B', 'C', 'D', 'E', 'G', 'H'] } }),
      'formal.request'
    )
    expect(asked).toEqual({
      open: false,
      here: true,
      sees: null,
      reason: {
        fr: 'Il manque l’accord de la personne : rencontre avec la police ou l’inspection du travail.',
        en: 'The person’s consent is missing: meeting the police or the labour inspection.'
      }
    })
    expect(openness(aCase({ facts: { consents: ['F'] } }), 'formal.request')).toEqual({
      open: true,
      unusual: null
    })
  })

  it('is never a minor’s consent: protection does not wait for it', () => {
    expect(openness(aMinorCase(), 'formal.request')).toEqual({ open: true, unusual: null })
  })
})

describe('one step', () => {
  const before = aCase()
  const step = () =>
    advance(before, { type: 'formal.request', input: anInput('formal.request'), by: someone })

  it('gives where the case stands next, and leaves where it stood as it was', () => {
    const kept = structuredClone(before)
    expect(step().regions).toEqual({ ...before.regions, identification: 'formal_pending' })
    expect(before).toEqual(kept)
  })

  it('gives the same from the same, however often, and holds nothing but regions and facts', () => {
    expect(step()).toEqual(step())
    expect(Object.keys(step()).toSorted()).toEqual(['facts', 'regions'])
  })
})
