import { describe, expect, it } from 'vitest'
import { commandRow, type CommandType } from '../../workflows/commands.ts'
import { deadlineRegister } from '../../workflows/deadlines.ts'
import { guards } from '../../workflows/guards.ts'
import { openedBy } from '../../workflows/opening.ts'
import { kindRow } from '../../workflows/referral.kinds.ts'
import { aCase, aMinorCase, after, opensFrom, refusal } from '../support/cases.ts'

const early = ['presumed_minor', 'age_disputed', 'information_preoccupante', 'signalement']
const placed = ['placed_distanced', 'placed_secure', 'placed_common']
const live = [...early, 'opp_issued', 'je_seized', 'measure_ordered', ...placed, 'runaway']
const at = (minor: string, facts = {}) => aMinorCase({ regions: { minor }, facts })
/** Searched for; protection stood there when the child ran away. */
const fled = (minorBefore: string) => at('runaway', { missing: true, minorBefore })

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

  it.each<CommandType>(['concern.report', 'minor.report_prosecutor'])(
    '%s says whether the child was heard, whatever was written',
    (type) => {
      expect(after(aMinorCase(), type, { childHeard: true }).facts.childHeard).toBe(true)
      expect(after(aMinorCase(), type, { childHeard: false, opinion: 'un mot' }).facts.childHeard).toBe(false)
    }
  )

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

describe('justice', () => {
  it('from the order to the measure, with the clocks of the law', () => {
    const opp = after(at('signalement'), 'opp.issue')
    const seized = after(opp, 'judge.seize')
    const ordered = after(seized, 'measure.order', { childHeard: 'heard' })
    expect([opp, seized, ordered].map(({ regions }) => regions.minor)).toEqual([
      'opp_issued',
      'je_seized',
      'measure_ordered'
    ])
    expect(ordered.facts.childHeard).toBe(true)
    expect(commandRow('opp.issue').opens).toEqual([{ code: 'D-OPP-JE', startsOn: 'on' }])
    expect(commandRow('judge.seize')).toMatchObject({
      closes: ['D-OPP-JE'],
      opens: [{ code: 'D-OPP-DECISION', startsOn: 'on' }]
    })
    expect(commandRow('measure.order')).toMatchObject({
      closes: ['D-OPP-DECISION'],
      opens: [{ code: 'D-MERITS', whenInput: { field: 'decision', is: 'provisional' } }]
    })
  })

  it('a petition without a provisional placement starts no fifteen days', () => {
    expect(after(at('information_preoccupante'), 'judge.petition').regions.minor).toBe('je_seized')
    expect(commandRow('judge.petition').opens).toEqual([])
  })

  it.each(['D-OPP-JE', 'D-OPP-DECISION'] as const)('%s lapses into a warning and nothing else', (code) => {
    expect(deadlineRegister[code].fires).toBe('opp.lapsed')
    for (const state of ['opp_issued', 'je_seized']) expect(after(at(state), 'opp.lapsed')).toEqual(at(state))
    expect(refusal(at('measure_ordered'), 'opp.lapsed')).not.toBeNull()
  })

  it('a guardian is named once, and again when the first one declined', () => {
    const named = after(at('signalement'), 'guardian.name')
    expect(named.facts.guardianNamed).toBe(true)
    expect(refusal(named, 'guardian.name')).toBe('Un·e administrateur·rice ad hoc est déjà désigné·e.')
    expect(refusal(after(named, 'guardian.refused'), 'guardian.name')).toBeNull()
    expect(kindRow('ad_hoc_guardian').onDecline).toEqual({
      escalate: 'guardian.refused',
      reoffer: 'guardian.refused'
    })
  })
})

describe('a report of concern', () => {
  const reported = at('information_preoccupante')
  const opened = (type: CommandType, input: object, situation = reported) =>
    openedBy(type, input as never, situation).map(({ code }) => code)

  it('is assessed within three months of its reception, not of its sending', () => {
    expect(opened('concern.report', {})).toEqual([])
    expect(opened('concern.taken', {})).toEqual(['D-IP'])
    expect(opened('concern.received', { on: '2026-11-24' })).toEqual(['D-IP'])
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

describe('a child received in urgency', () => {
  const codes = (ground: string) =>
    openedBy('minor.received', { on: '2026-11-24', ground }, at('presumed_minor')).map(({ code }) => code)

  it('has five days without the parents’ agreement, seventy-two hours after a departure from home', () => {
    expect(codes('no_consent')).toEqual(['D-RECEPTION'])
    expect(codes('left_home')).toEqual(['D-RECEPTION-RUNAWAY'])
    expect(commandRow('opp.issue').closes).toEqual(expect.arrayContaining(['D-RECEPTION']))
  })

  it('is the judge’s once seized', () => {
    expect(refusal(at('je_seized'), 'minor.received')).toMatch(/^Ici/)
    expect(refusal(fled('je_seized'), 'minor.received')).toMatch(/^Un placement est ordonné/)
  })
})

describe('the decision on the merits', () => {
  it('is put off once, by six months from the end of the first six', () => {
    const extended = after(at('measure_ordered'), 'merits.extend')
    expect(refusal(extended, 'merits.extend')).toMatch(/^Le délai de la décision au fond/)
    expect(openedBy('merits.extend', { until: '2027-05-24' }, extended)).toEqual([
      { code: 'D-MERITS-EXTENDED', startsOn: '2027-05-24', restarts: false }
    ])
  })
})

describe('a flight', () => {
  const certain = (commandRow('runaway.report').from as string[]).filter((state) => state !== 'age_disputed')
  it.each(certain)('from %s comes back to it', (state) => {
    const missing = after(at(state), 'runaway.report')
    expect(missing.regions.minor).toBe('runaway')
    expect(missing.facts).toMatchObject({ missing: true, minorBefore: state })
    const searching = after(missing, 'search.review', { result: 'none' })
    expect(searching).toEqual(missing)
    const found = after(searching, 'runaway.found', { foundIn: '13' })
    expect(found.regions.minor).toBe(state)
    expect(found.facts).toMatchObject({ missing: false, foundIn: '13' })
  })

  it('while the age is disputed comes back to the dispute, unless it was decided meanwhile', () => {
    const disputed = after(at('signalement'), 'age.dispute')
    const missing = after(disputed, 'runaway.report')
    expect(missing.facts).toMatchObject({ fledFrom: 'age_disputed', minorBefore: 'signalement' })
    expect(after(missing, 'runaway.found').regions.minor).toBe('age_disputed')
    const decided = after(missing, 'age.decide', { decision: 'minor' })
    expect(after(decided, 'runaway.found').regions.minor).toBe('signalement')
    const ordered = after(missing, 'opp.issue')
    expect(after(ordered, 'runaway.found').regions.minor).toBe('opp_issued')
  })

  it('before anybody was told: the report of concern is still made, and kept for the return', () => {
    const missing = after(at('presumed_minor'), 'runaway.report')
    const reported = after(missing, 'concern.report')
    expect(reported.regions.minor).toBe('runaway')
    expect(refusal(reported, 'concern.report')).toBe('Aucune information préoccupante n’est attendue.')
    expect(after(reported, 'runaway.found').regions.minor).toBe('information_preoccupante')
    expect(refusal(fled('signalement'), 'concern.report')).toMatch(/^Aucune information préoccupante/)
  })

  it('stops no clock of justice: what is decided meanwhile is where the child comes back to', () => {
    const seized = after(fled('opp_issued'), 'judge.seize')
    expect(seized.regions.minor).toBe('runaway')
    const ordered = after(seized, 'measure.order')
    expect(ordered.regions.minor).toBe('runaway')
    expect(after(ordered, 'runaway.found').regions.minor).toBe('measure_ordered')
    expect(after(fled('signalement'), 'opp.issue').facts.minorBefore).toBe('opp_issued')
  })

  it('opens nothing that its own place in the procedure does not', () => {
    expect(refusal(fled('signalement'), 'judge.seize')).toMatch(/^Aucun placement provisoire/)
    expect(refusal(fled('opp_issued'), 'measure.order')).toBe('Le juge des enfants n’est pas saisi.')
    expect(refusal(fled('je_seized'), 'opp.issue')).toMatch(/^Un placement est ordonné/)
    for (const type of ['place.common', 'place.secure', 'runaway.report'] as const)
      expect(refusal(fled('placed_common'), type)).toMatch(/^Ici : en fugue/)
  })

  it('is told to the police, whose search is reviewed each week for as long as it lasts', () => {
    expect(commandRow('runaway.report').effects).toEqual([
      { type: 'invite', capacity: 'police', who: 'territoryPolice' }
    ])
    expect(deadlineRegister['MNIO-SEARCH'].repeats).toBe(true)
    expect(commandRow('runaway.found').closes).toEqual(['MNIO-SEARCH'])
  })

  it('does not free the child’s place', () => {
    const there = aMinorCase({ regions: { minor: 'placed_common', housing: 'minor_placement' } })
    expect(after(there, 'runaway.report').regions.housing).toBe('minor_placement')
  })
})

describe('a disputed age', () => {
  it('leaves the child protected, and is decided by nobody’s silence', () => {
    const disputed = after(at('information_preoccupante'), 'age.dispute')
    expect(disputed.regions.minor).toBe('age_disputed')
    expect(disputed.facts.ageGroup).toBe('doubt')
    for (const type of ['minor.report_prosecutor', 'opp.issue', 'judge.petition'] as const)
      expect(refusal(disputed, type)).toBeNull()
  })

  it.each(['minor', 'doubt'])('decided as %s: a minor, back where protection stood', (decision) => {
    const disputed = after(at('signalement'), 'age.dispute')
    const decided = after(disputed, 'age.decide', { decision })
    expect(decided.regions.minor).toBe('signalement')
    expect(decided.facts.ageGroup).toBe('minor')
  })

  it.each(live)('decided as adult from %s: protection as a child ends', (state) => {
    const decided = after(at(state, { missing: state === 'runaway' }), 'age.decide', { decision: 'adult' })
    expect(decided.regions.minor).toBe('not_applicable')
    expect(decided.facts).toMatchObject({ ageGroup: 'adult', missing: false })
  })

  it('an adult by decision who turns out to be a child is protected again', () => {
    const adult = after(at('signalement'), 'age.decide', { decision: 'adult' })
    const again = after(adult, 'facts.complete', { ageGroup: 'doubt' })
    expect(again.regions.minor).toBe('presumed_minor')
    expect(after(again, 'minor.report_prosecutor').regions.minor).toBe('signalement')
  })

  it('no bone test alone founds it: the box must be ticked', () => {
    expect(commandRow('age.decide').input.properties['noBonesAlone']).toMatchObject({ const: true })
    expect(commandRow('age.decide').input.required).toContain('noBonesAlone')
  })
})
