import { describe, expect, it } from 'vitest'
import { aCase, aMinorCase, after, opensFrom, refusal, someone } from '../../support/cases.ts'
import { advance, IllegalTransition, open } from '../../../workflows/case/advance.ts'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import { closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { aFlagged } from '../../../verify/flags.ts'

const proposal = (opinion: 'positive' | 'insufficient') => ({ opinion, ...someone })
const at = (identification: string, facts = {}) => aCase({ regions: { identification }, facts })

describe('each act of identification is open from these states and no other', () => {
  const positive = aCase({ facts: { proposal: proposal('positive') } })
  const insufficient = aCase({ facts: { presumed: false, proposal: proposal('insufficient') } })
  it.each<[CommandType, string[], typeof positive]>([
    ['case.flag', [], positive],
    ['triage.start', ['flagged'], positive],
    ['grounds.propose', ['under_triage', 'review_open'], positive],
    ['grounds.positive', ['under_triage', 'review_open'], positive],
    ['triage.reject', ['under_triage', 'review_open'], insufficient],
    ['grounds.record', ['flagged', 'under_triage', 'insufficient_elements', 'review_open'], positive],
    ['formal.request', ['presumed'], positive],
    ['formal.yes', ['formal_pending'], positive],
    ['formal.no', ['formal_pending'], positive],
    ['formal.unmet', ['formal_pending'], positive],
    ['formal.drop', ['formal_pending'], positive],
    ['identity.erase', ['insufficient_elements'], insufficient],
    ['review.request', ['not_confirmed', 'insufficient_elements'], positive]
  ])('%s: %j', (type, states, ready) => {
    expect(opensFrom(type, ready)).toEqual(states)
  })
})

describe('a flag', () => {
  it('tells nothing that was not said: doubt about age means minor', () => {
    const { regions, facts } = open(aFlagged({ ageGroup: 'doubt', nationality: 'unknown', stay: 'unknown' }))
    expect(regions).toMatchObject({
      identification: 'flagged',
      minor: 'presumed_minor',
      residence: 'unknown'
    })
    expect(facts).toMatchObject({ presumed: false, consents: [], offences: [] })
  })

  it('keeps the indicators’ codes, and the agreement to a name as the first consent', () => {
    const { facts } = open(aFlagged({ nominativeConsent: true }))
    expect(facts).toMatchObject({ consents: ['A'], indicators: ['d_papers_taken'], territory: '69' })
    expect(Object.values(facts).join()).not.toContain('CANARI')
  })

  it.each([
    ['french', 'unknown', 'eu_or_french'],
    ['eu', 'irregular', 'eu_or_french'],
    ['third_country', 'irregular', 'irregular'],
    ['third_country', 'regular', 'regular_other'],
    ['third_country', 'unknown', 'unknown']
  ] as const)('of a person %s, stay %s, settles residence at once: %s', (nationality, stay, residence) => {
    expect(open(aFlagged({ nationality, stay })).regions.residence).toBe(residence)
  })

  it('happens once: no act flags a case again', () => {
    expect(refusal(at('flagged'), 'case.flag')).toMatch(/^Ici : signalement reçu/)
  })
})

describe('when flagged', () => {
  it('the grounds cannot be retained before triage, and the button says from where they can', () => {
    expect(refusal(at('flagged'), 'grounds.positive')).toBe(
      'Ici : signalement reçu. Possible depuis : en examen, réexamen ouvert.'
    )
  })

  it('an act that is not open is thrown with its reason', () => {
    const attempt = () => after(at('flagged'), 'formal.request')
    expect(attempt).toThrow(IllegalTransition)
    try {
      attempt()
    } catch (error) {
      expect((error as IllegalTransition).reason.fr).toMatch(/^Ici : signalement reçu/)
      expect((error as IllegalTransition).message).toBe('formal.request is not open here')
    }
  })

  it('the cell starts triage and nothing else moves', () => {
    const before = at('flagged')
    const next = after(before, 'triage.start')
    expect(next).toEqual({ ...before, regions: { ...before.regions, identification: 'under_triage' } })
  })

  it('police alone establish the grounds: no second voice is asked of them', () => {
    const next = after(at('flagged', { presumed: false }), 'grounds.record')
    expect(next.regions.identification).toBe('presumed')
    expect(next.facts.presumed).toBe(true)
  })
})

describe('when under triage', () => {
  it('no second voice without a first one', () => {
    expect(refusal(at('under_triage'), 'grounds.positive')).toBe('Aucun premier avis favorable ne compte.')
    expect(refusal(at('under_triage', { presumed: false }), 'triage.reject')).toBe(
      'Aucun premier avis pour des éléments insuffisants ne compte.'
    )
  })

  it('a voice for one conclusion does not carry the other', () => {
    expect(
      refusal(at('under_triage', { proposal: proposal('insufficient') }), 'grounds.positive')
    ).not.toBeNull()
    expect(refusal(at('under_triage', { proposal: proposal('positive') }), 'triage.reject')).not.toBeNull()
  })

  it('a contrary voice of another institution takes none away that was given', () => {
    const contrary = { ...proposal('insufficient'), personId: 'p-2', orgId: 'org-2' }
    for (const voices of [
      { proposal: contrary, otherVoices: [proposal('positive')] },
      { proposal: proposal('positive'), otherVoices: [contrary] }
    ])
      for (const type of ['grounds.positive', 'triage.reject'] as const)
        expect(refusal(at('under_triage', { presumed: false, ...voices }), type)).toBeNull()
  })

  it('a first voice is kept with who gave it, and moves nothing', () => {
    const next = after(at('under_triage'), 'grounds.propose', { opinion: 'positive' })
    expect(next.regions.identification).toBe('under_triage')
    expect(next.facts.proposal).toEqual(proposal('positive'))
  })

  it('two favourable voices presume the person a victim', () => {
    const next = after(
      at('under_triage', { presumed: false, proposal: proposal('positive') }),
      'grounds.positive'
    )
    expect(next.regions.identification).toBe('presumed')
    expect(next.facts).toMatchObject({ presumed: true, proposal: null })
  })

  it('two voices for insufficient elements close nothing', () => {
    const next = after(
      at('under_triage', { presumed: false, proposal: proposal('insufficient') }),
      'triage.reject'
    )
    expect(next.regions).toMatchObject({ identification: 'insufficient_elements', closure: 'open' })
    expect(next.facts.proposal).toBeNull()
  })
})

describe('when presumed', () => {
  it('police are never met without the adult’s agreement', () => {
    const silent = aCase({ facts: { consents: ['A', 'B', 'C', 'D', 'E', 'G', 'H'] } })
    expect(refusal(silent, 'formal.request')).toBe(
      'Il manque l’accord de la personne : rencontre avec la police ou l’inspection du travail.'
    )
    expect(after(aCase(), 'formal.request').regions.identification).toBe('formal_pending')
  })

  it('a name is never recorded without the adult’s agreement; a child is protected without it', () => {
    expect(refusal(aCase({ facts: { consents: [] } }), 'identity.record')).toBe(
      'Il manque l’accord de la personne : signalement nominatif.'
    )
    expect(refusal(aMinorCase(), 'identity.record')).toBeNull()
  })

  it('recording an identity leaves no trace of it in the facts', () => {
    const before = aCase()
    expect(after(before, 'identity.record', { name: 'CANARI-NOM' })).toEqual(before)
  })
})

describe('when formal identification is pending', () => {
  it('a yes identifies formally', () => {
    expect(after(at('formal_pending'), 'formal.yes').regions.identification).toBe('formally_identified')
  })

  it('a no takes nothing away: still presumed, and open to review', () => {
    const next = after(at('formal_pending'), 'formal.no')
    expect(next.regions.identification).toBe('not_confirmed')
    expect(next.facts.presumed).toBe(true)
    expect(refusal(next, 'acse.request')).toBeNull()
    expect(after(next, 'review.request').regions.identification).toBe('review_open')
  })
})

describe('when the service that was asked walks away', () => {
  const { onDecline, onWithdraw, refusals } = kindRow('police')

  it('whatever its reason, she stands where she stood, still presumed, and somebody is asked again', () => {
    const leads = Object.values(refusals).map(({ leadsTo }) => onDecline[leadsTo])
    expect(new Set([...leads, onWithdraw])).toEqual(new Set(['formal.unmet']))
    const next = after(at('formal_pending'), 'formal.unmet')
    expect(next.regions.identification).toBe('presumed')
    expect(next.facts.presumed).toBe(true)
    expect(refusal(next, 'formal.request')).toBeNull()
    expect(commandRow('formal.unmet').opens).toEqual([{ code: 'MNIO-FORMAL-AGAIN' }])
    expect(closesOf('formal.request')).toContain('MNIO-FORMAL-AGAIN')
  })

  it('whoever asked may give it up, even once nobody is asked any more', () => {
    const withdrawn = at('formal_pending', { consents: ['A'] })
    expect(after(withdrawn, 'formal.drop').regions.identification).toBe('presumed')
  })
})

describe('what is learnt later', () => {
  it('changes only the facts that were said', () => {
    const before = aCase()
    const next = after(before, 'facts.complete', { children: 2, language: 'bin' })
    expect(next).toEqual({ ...before, facts: { ...before.facts, children: 2, language: 'bin' } })
  })

  it('a person who turns out to be a minor is protected at once, and a minor of age is no longer', () => {
    const child = after(aCase(), 'facts.complete', { ageGroup: 'doubt' })
    expect(child.regions.minor).toBe('presumed_minor')
    expect(after(child, 'facts.complete', { ageGroup: 'adult' }).regions.minor).toBe('not_applicable')
  })

  it('a Union citizen needs no permit, whatever was believed before', () => {
    expect(after(aCase(), 'facts.complete', { nationality: 'eu' }).regions.residence).toBe('eu_or_french')
  })

  it('naming the referring association moves nothing', () => {
    const before = at('flagged')
    expect(advance(before, { type: 'referent.name', input: { orgId: 'x' }, by: someone })).toEqual(before)
  })
})
