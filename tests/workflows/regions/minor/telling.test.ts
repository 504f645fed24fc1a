import { describe, expect, it } from 'vitest'
import { commandRow, type CommandType } from '../../../../workflows/case/commands.ts'
import { guards } from '../../../../workflows/guards/guards.ts'
import { openedBy } from '../../../../workflows/deadlines/running/opening.ts'
import { kindRow } from '../../../../workflows/referral/kinds/kinds.ts'
import { aCase, aMinorCase, after, opensFrom, refusal, stays } from '../../../support/cases.ts'
import { early, placed, live, at } from '../../../support/regions/minor.ts'

describe('each act of a child’s protection is open from these states and no other', () => {
  const ordered = ['opp_issued', 'je_seized', 'measure_ordered']
  it.each<[CommandType, string[]]>([
    ['concern.report', ['presumed_minor', 'age_disputed']],
    ['minor.report_prosecutor', ['presumed_minor', 'age_disputed', 'information_preoccupante']],
    ['opp.issue', early],
    ['judge.petition', early],
    ['judge.seize', ['opp_issued']],
    ['measure.order', ['je_seized']],
    ['measure.merits', ['measure_ordered', ...placed]],
    ['guardian.name', live],
    ['place.distanced', ['measure_ordered', 'placed_secure', 'placed_common']],
    ['place.secure', ['measure_ordered', ...placed]],
    ['place.common', ['measure_ordered', 'placed_distanced', 'placed_secure']],
    ['placement.review', placed],
    ['runaway.report', [...early, ...ordered, ...placed]],
    ['concern.assess', ['information_preoccupante']],
    ['minor.received', early],
    ['merits.extend', ['measure_ordered', ...placed]],
    ['search.review', ['runaway']],
    ['runaway.found', ['runaway']],
    ['majority.prepare', live],
    ['majority.reached', live],
    ['age.dispute', ['presumed_minor', 'information_preoccupante', 'signalement']],
    ['age.decide', live]
  ])('%s', (type, states) => {
    expect(opensFrom(type, aMinorCase()).toSorted()).toEqual(states.toSorted())
  })

  it.each<CommandType>(['concern.report', 'opp.issue', 'place.secure', 'guardian.name', 'age.decide'])(
    '%s is not for an adult',
    (type) => {
      const [from] = commandRow(type).from
      expect(refusal(aCase({ regions: { minor: from! } }), type)).toBe('La personne est majeure.')
      expect(refusal(aCase(), type)).toMatch(/^Ici : sans objet/)
    }
  )
})

describe('telling', () => {
  it('waits for no consent, no grounds and no other act', () => {
    const flagged = aMinorCase({
      regions: { identification: 'flagged' },
      facts: { presumed: false, ageGroup: 'doubt' }
    })
    expect(after(flagged, 'concern.report').regions.minor).toBe('information_preoccupante')
    expect(after(flagged, 'minor.report_prosecutor').regions.minor).toBe('signalement')
  })

  it('child protection and the prosecutor read at once, the département by a copy', () => {
    const told = (type: CommandType) =>
      commandRow(type).effects.flatMap((effect) => (effect.type === 'openReferral' ? [effect.kind] : []))
    expect(told('concern.report')).toEqual(['child_protection'])
    expect(told('minor.report_prosecutor')).toEqual(['prosecutor', 'child_protection'])
    for (const kind of ['child_protection', 'prosecutor', 'juvenile_judge'] as const)
      expect(kindRow(kind)).toMatchObject({ opensAtOnce: true, consent: null })
  })

  it('the prosecutor is the one of where the child was found', () => {
    expect(after(aMinorCase(), 'minor.report_prosecutor', { foundIn: '13' }).facts).toMatchObject({
      territory: '69',
      foundIn: '13'
    })
    expect(kindRow('prosecutor').route).toBe('factsPlace')
  })

  it('once sent, is not undone by what is learnt of the age', () => {
    const sent = at('information_preoccupante')
    expect(after(sent, 'facts.complete', { ageGroup: 'adult' }).regions.minor).toBe(
      'information_preoccupante'
    )
  })
})

describe('a report of concern', () => {
  const reported = at('information_preoccupante')
  const opened = (type: CommandType, input: object, situation = reported) =>
    openedBy(type, input as never, stays(situation)).map(({ code }) => code)

  it('is assessed within three months of its reception, not of its sending', () => {
    expect(opened('concern.report', {})).toEqual([])
    expect(opened('concern.taken', {})).toEqual(['D-IP'])
    expect(opened('concern.received', { on: '2026-11-24' })).toEqual(['D-IP'])
    const [once, twice] = openedBy(
      'concern.taken',
      { sentOn: '2026-11-20', takenOn: '2026-11-24' },
      stays(reported)
    )
    expect([once, twice]).toEqual([
      {
        ...{ code: 'D-IP', startsOn: '2026-11-20', restarts: false },
        inLaw: { hour: null, doubts: [{ id: 'maybeReceivedLater', from: '2026-11-24' }] }
      },
      undefined
    ])
    expect(opened('concern.taken', {}, at('signalement'))).toEqual([])
  })

  it('is assessed once, and anew after another report', () => {
    const assessed = after(reported, 'concern.assess', { outcome: 'support' })
    expect(refusal(assessed, 'concern.assess')).toBe('Aucune information préoccupante n’est à évaluer.')
    expect(opened('concern.taken', {}, assessed)).toEqual([])
  })
})

describe('a child whom the police know to be a victim', () => {
  const flagged = aMinorCase({ regions: { identification: 'flagged' } })
  const known = (minor: string, facts = {}) => at(minor, { policeKnow: true, danger: 'possible', ...facts })

  it('is told to the prosecutor, without any danger being immediate', () => {
    const found = after(flagged, 'grounds.record', {}, { orgType: 'police' })
    expect(found.facts.policeKnow).toBe(true)
    expect(guards.childKnownToPolice.holds(found)).toBe(true)
    expect(guards.prosecutorAwaited.holds(found)).toBe(true)
    expect(guards.prosecutorAwaited.holds(after(found, 'minor.report_prosecutor'))).toBe(false)
  })

  it('is no duty for an adult, by another service, or once the prosecutor knows', () => {
    expect(guards.childKnownToPolice.holds(known('presumed_minor', { ageGroup: 'adult' }))).toBe(false)
    expect(guards.childKnownToPolice.holds(known('signalement'))).toBe(false)
    const inspected = after(flagged, 'grounds.record', {}, { orgType: 'labour_inspection' })
    expect(inspected.facts.policeKnow).toBe(false)
  })
})
