import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../../workflows/case/commands.ts'
import { deadlineRegister } from '../../../../workflows/deadlines/deadlines.ts'
import { openedBy } from '../../../../workflows/deadlines/running/opening.ts'
import { kindRow } from '../../../../workflows/referral/kinds/kinds.ts'
import { closesOf } from '../../../../workflows/deadlines/running/stopping.ts'
import { after, refusal, stays } from '../../../support/cases.ts'
import { at, fled } from '../../../support/regions/minor.ts'

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
    expect(commandRow('opp.issue').opens).toEqual([{ code: 'D-OPP-JE', startsOn: 'on' }])
    expect(closesOf('judge.seize')).toEqual(['D-OPP-JE'])
    expect(commandRow('judge.seize').opens).toEqual([{ code: 'D-OPP-DECISION', startsOn: 'on' }])
    expect(closesOf('measure.order')).toEqual(['D-OPP-DECISION'])
    expect(commandRow('measure.order').opens).toMatchObject([
      { code: 'D-MERITS', whenInput: { field: 'decision', is: 'provisional' } },
      { code: 'D-CHILD-APPEAL', startsOn: 'notifiedOn' },
      { code: 'D-CHILD-APPEAL', startsOn: 'knownOn' },
      { code: 'D-CHILD-APPEAL', startsOn: 'on', whenInput: { field: 'measure', is: 'home' } }
    ])
  })

  it('orders a child to be placed anew before the judge it seized has decided, and at no other time', () => {
    for (const state of ['signalement', 'opp_issued', 'measure_ordered', 'majority_reached'])
      expect(refusal(at(state), 'opp.renew'), state).not.toBeNull()
    const again = after(at('je_seized'), 'opp.renew')
    expect(again.regions.minor).toBe('je_seized')
    expect(refusal(again, 'measure.order')).toBeNull()
    expect(after(fled('je_seized'), 'opp.renew').regions.minor).toBe('runaway')
    expect(commandRow('opp.renew').opens).toEqual([
      { code: 'D-OPP-DECISION', startsOn: 'on', restarts: true }
    ])
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
    expect(refusal(named, 'guardian.name')).toBe('Un administrateur ad hoc est déjà désigné.')
    expect(refusal(after(named, 'guardian.refused'), 'guardian.name')).toBeNull()
    expect(kindRow('ad_hoc_guardian').onDecline).toEqual({
      escalate: 'guardian.refused',
      reoffer: 'guardian.refused'
    })
  })
})

describe('a child received in urgency', () => {
  const codes = (ground: string) =>
    openedBy('minor.received', { on: '2026-11-24', ground }, stays(at('presumed_minor'))).map(
      ({ code }) => code
    )

  it('has five days without the parents’ agreement, seventy-two hours after a departure from home', () => {
    expect(codes('no_consent')).toEqual(['D-RECEPTION'])
    expect(codes('left_home')).toEqual(['D-RECEPTION-RUNAWAY'])
    expect(closesOf('opp.issue')).toEqual(expect.arrayContaining(['D-RECEPTION']))
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
    expect(openedBy('merits.extend', { until: '2027-05-24' }, stays(extended))).toEqual([
      { code: 'D-MERITS-EXTENDED', startsOn: '2027-05-24', restarts: false }
    ])
  })
})
