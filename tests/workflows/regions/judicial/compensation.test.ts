import { describe, expect, it } from 'vitest'
import { commandRow, type CommandType } from '../../../../workflows/case/commands.ts'
import { closesOf } from '../../../../workflows/deadlines/running/stopping.ts'
import { openedBy } from '../../../../workflows/deadlines/running/opening.ts'
import { guards } from '../../../../workflows/guards/guards.ts'
import { after, refusal, stays } from '../../../support/cases.ts'
import { carriedBy } from '../../../support/lives.ts'
import { at, problems } from './at-court.ts'

/** What is said beside an act where the case is so, and refuses nothing. */
const warnings = (type: CommandType, facts = {}) =>
  commandRow(type).warns.filter((guard) => !guards[guard].holds(at('none', facts)))

describe('compensation', () => {
  it('is never refused for the place of the acts, nationality or want of a permit: it warns (CPP 706-3)', () => {
    const rule = () => {
      for (const facts of [
        { factsAbroad: true },
        { factsAbroad: true, nationality: 'eu' },
        { stay: 'irregular' }
      ])
        expect(refusal(at('none', facts), 'civi.claim')).toBeNull()
      expect(warnings('civi.claim', { factsAbroad: true, nationality: 'eu' })).toContain('compensationOpen')
      expect(warnings('civi.claim', { factsAbroad: true, nationality: 'french' })).toEqual([])
    }
    carriedBy('civi.claim', { warns: [], guards: ['compensationOpen'] }, rule)
  })
  it('on the listed ground too, whatever offence the police wrote: the CIVI qualifies by itself', () => {
    expect(problems('civi.claim', { ground: 'listed' }, { offences: ['225-13', '225-14'] })).toEqual([])
    expect(warnings('civi.claim', { offences: ['225-13', '225-14'] })).toEqual(['listedNamed'])
    expect(warnings('civi.claim', { offences: ['225-14', '225-14-2'] })).toEqual([])
    expect(warnings('civi.claim', { offences: [] })).toEqual([])
  })
  it('comes before help in recovering, which is for whom the CIVI cannot compensate (CPP 706-15-1)', () => {
    const convicted = { finalOn: '2026-06-01', civilParty: true }
    expect(
      refusal(at('convicted_final', { ...convicted, offences: ['225-4-1'] }), 'sarvi.request')
    ).toBeNull()
    expect(warnings('sarvi.request', { ...convicted, offences: ['225-4-1'] })).toEqual(['recoveringOpen'])
    expect(warnings('sarvi.request', { ...convicted, offences: ['225-13'] })).toEqual([])
    const opened = (offences: string[]) =>
      openedBy(
        'conviction.final',
        { finalOn: '2026-06-01' },
        stays(at('convicted_final', { ...convicted, offences }))
      )
        .map(({ code }) => code)
        .filter((code) => code.startsWith('D-SARVI'))
    // The fund's year runs all the same, whatever the CIVI is asked (CPP 706-15-2).
    for (const offence of ['225-4-1', '225-13'])
      expect(opened([offence])).toEqual(['D-SARVI-OPEN', 'D-SARVI'])
    const abroad = { ...convicted, factsAbroad: true, nationality: 'third_country', offences: ['225-4-1'] }
    expect(warnings('sarvi.request', abroad)).toEqual([])
    expect(warnings('sarvi.request', { ...abroad, nationality: 'french' })).toEqual(['recoveringOpen'])
  })
  it('waits for nothing that the file knows: the fund and the agency answer (CPP 706-15-1, 706-164)', () => {
    const rule = () => {
      for (const type of ['sarvi.request', 'agrasc.request'] as const) {
        expect(refusal(at('convicted_final'), type)).toBeNull()
        expect(warnings(type)).toEqual(expect.arrayContaining(['civilParty', 'damagesFinal']))
        const awarded = { civilParty: true, damagesOn: '2026-06-01' }
        expect(warnings(type, awarded)).not.toContain('damagesFinal')
        expect(warnings(type, awarded)).not.toContain('civilParty')
      }
    }
    carriedBy('agrasc.request', { guards: ['civilParty', 'damagesFinal'], warns: ['nothingPaid'] }, rule)
  })
  it('found inadmissible, leaves a year from its notice to ask the fund (CPP 706-5, second paragraph)', () => {
    const claimed = at('convicted_final', {
      ...{ finalOn: '2024-06-01', civilParty: true, offences: ['225-4-1'] },
      compensation: 'claimed'
    })
    const told = { notifiedOn: '2026-10-01' }
    expect(
      openedBy('civi.inadmissible', told, {
        before: claimed,
        after: after(claimed, 'civi.inadmissible', told)
      })
    ).toEqual([
      { code: 'D-CIVI-APPEAL', startsOn: '2026-10-01', restarts: false },
      { code: 'D-SARVI', startsOn: '2026-10-01', restarts: true }
    ])
  })
  it('is claimed, then awarded, refused or paid', () => {
    expect(refusal(at('none'), 'civi.paid')).toBe('Aucune demande n’est devant la CIVI.')
    const claimed = after(at('none'), 'civi.claim')
    expect(after(claimed, 'civi.refused').facts.compensation).toBe('none')
    expect(after(claimed, 'civi.paid').facts.compensation).toBe('paid')
  })
  it('is never refused for having been asked or paid: more is asked, and it warns (CPP 706-8, 706-5, 706-5-1)', () => {
    const rule = () => {
      for (const compensation of ['claimed', 'paid']) {
        expect(refusal(at('convicted_final', { compensation }), 'civi.claim')).toBeNull()
        expect(warnings('civi.claim', { compensation })).toEqual(['compensationNotClaimed'])
      }
    }
    carriedBy('civi.claim', { guards: ['compensationNotClaimed'] }, rule)
    const { enum: grounds } = commandRow('civi.claim').input.properties['ground'] as { enum?: string[] }
    expect(grounds).toEqual(expect.arrayContaining(['complement', 'aggravation']))
    expect(commandRow('civi.claim').basis).toContain('CPP.706-8')
  })
  it('that was paid stays paid, whatever becomes of what is asked beyond it', () => {
    const paid = at('convicted_final', { compensation: 'paid' })
    const more = after(paid, 'civi.claim', { ground: 'complement' })
    for (const stands of [
      more,
      after(more, 'civi.refused'),
      after(more, 'civi.inadmissible', { notifiedOn: '2026-10-01' })
    ])
      expect(stands.facts.compensation).toBe('paid')
    for (const type of ['civi.advance', 'civi.awarded', 'civi.paid'] as const)
      expect([type, refusal(more, type)]).toEqual([type, null])
  })
  it('stops the time to claim, and starts the Fund’s', () => {
    const { opens } = commandRow('civi.claim')
    expect(closesOf('civi.claim')).toEqual(['D-CIVI-OFFENCE', 'D-CIVI-DECISION', 'D-CIVI-COMPLEMENT'])
    expect(opens[0]).toEqual({ code: 'D-FGTI-OFFER', startsOn: 'receivedOn' })
    expect(commandRow('civi.awarded').opens[0]).toEqual({ code: 'D-FGTI-PAY', startsOn: 'notifiedOn' })
  })
})

describe('the year to ask the CIVI for more (CPP 706-8)', () => {
  const complement = 'D-CIVI-COMPLEMENT'
  const final = { finalOn: '2026-06-01' }
  const opened = (type: CommandType, input: Record<string, unknown>, facts: object) => {
    const before = at('convicted_final', facts)
    return openedBy(type, input, { before, after: after(before, type, input) }).filter(({ code }) =>
      ['D-CIVI-DECISION', complement].includes(code)
    )
  }

  it('opens for nobody who never asked the CIVI, whose own year runs, and for nobody to whom nothing was awarded', () => {
    const party = { civilParty: true, compensation: 'none' }
    expect(opened('conviction.final', final, party).map(({ code }) => code)).toEqual(['D-CIVI-DECISION'])
    expect(
      opened('civil_interests.final', { ...final, outcome: 'rejected' }, { ...party, compensation: 'paid' })
    ).toEqual([])
    expect(opened('conviction.final', final, { ...party, civilParty: false, compensation: 'paid' })).toEqual(
      []
    )
  })
  it.each(['claimed', 'paid'])('runs from the final civil decision of whoever has %s', (compensation) => {
    const facts = { civilParty: true, compensation }
    for (const [type, input] of [
      ['conviction.final', final],
      ['civil_interests.final', { ...final, outcome: 'awarded' }]
    ] as const)
      expect(opened(type, input, facts)).toMatchObject([{ code: complement, startsOn: '2026-06-01' }])
  })
  it('runs from a decision that was final before the claim, from the earliest known: the end in law is in doubt', () => {
    const known = { civilParty: true, finalOn: '2026-03-02', damagesOn: '2026-06-01' }
    const doubt = { hour: null, doubts: [{ id: 'maybeCivilLater' }] }
    expect(opened('civi.claim', { ground: 'listed' }, known)).toEqual([
      { code: complement, startsOn: '2026-03-02', restarts: false, inLaw: doubt }
    ])
    expect(opened('civi.claim', { ground: 'means' }, { ...known, finalOn: null })).toMatchObject([
      { startsOn: '2026-06-01' }
    ])
    for (const ground of ['complement', 'aggravation'])
      expect(opened('civi.claim', { ground }, known)).toEqual([])
    expect(opened('civi.claim', { ground: 'listed' }, { ...known, compensation: 'claimed' })).toEqual([])
    expect(opened('civi.claim', { ground: 'listed' }, { civilParty: true })).toEqual([])
  })
})
