import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../../workflows/case/commands.ts'
import { legalEnd, type DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'
import { keptClocks } from '../running/kept-clocks.ts'

// Each rule by which a time to appeal is counted from its acts, in the one life that shows it.

type Decision = Parameters<typeof keptClocks>[0][number]
type Act = [CommandType, Record<string, unknown>]

const notifiedOn = '2026-10-01'
const permit: Decision = { code: 'D-APPEAL-TA', notifiedOn }
const month: Decision = { code: 'D-APPEAL-LEAVE', notifiedOn: '2026-11-09' }
const of = (code: DeadlineCode, day: string): Decision => ({ code, notifiedOn: day })
const said = (what: string, on: string, more: object = {}): Act => [
  'appeal.time',
  { what, about: 'permit', on, ...more }
]
const held = (what: string, on: string, more: object = {}) => said(what, on, { about: 'removal', ...more })

const after = (decisions: readonly Decision[], acts: readonly Act[]) => {
  const kept = keptClocks(decisions)
  for (const [command, input] of acts) kept.act(command, input)
  return (day: string) => {
    const clock = kept.against(day)!
    const end = legalEnd(clock)
    const doubts = (clock.inLaw?.doubts ?? []).map(({ id }) => id)
    return { code: clock.code, from: clock.startsOn, safe: clock.dueOn, law: end && end.on, doubts }
  }
}
const first = (decisions: readonly Decision[], acts: readonly Act[]) =>
  after(decisions, acts)(decisions[0]!.notifiedOn)

describe('what waits', () => {
  it('is rejected by silence where it is a recourse, and never where it is aid (CRPA L411-7)', () => {
    const acts = [
      said('aid_asked', '2026-10-15'),
      said('gracious', '2026-10-16'),
      said('prison', '2027-03-01')
    ]
    expect(first([of('D-APPEAL-OQTF', notifiedOn)], acts)).toMatchObject({
      code: 'D-APPEAL-7D',
      from: '2027-03-01'
    })
  })

  it('is by the first of the days on which it was asked for, each said of a day of this decision (CRPA L411-7)', () => {
    const acts = [
      said('gracious', '2026-10-15', { noticeOn: notifiedOn }),
      said('gracious', '2026-11-20', { noticeOn: '2026-10-10' }),
      said('gracious_rejected', '2027-03-01')
    ]
    expect(first([{ ...permit, days: [notifiedOn, '2026-10-10'] }], acts)).toMatchObject({
      safe: '2026-12-02'
    })
  })

  it('ends in law by an answer after two months, as silence counts where it was acknowledged alone (CRPA L112-6)', () => {
    const acts = [said('gracious', '2026-10-15'), said('gracious_rejected', '2027-05-03')]
    expect(first([permit], acts)).toMatchObject({ safe: '2026-12-02', law: '2027-07-05' })
  })

  it('was asked for in time within what the notice adds (CJA R421-7)', () => {
    const own = { hour: null, doubts: [{ id: 'distance' as const }] }
    const one = first([{ ...permit, own }], [said('aid_asked', '2026-12-20')])
    expect(one).toMatchObject({ safe: '2026-12-02', law: null })
    expect(one.doubts).toContain('aidAsked')
  })

  it('may be what is said beside an appeal, whose time is over', () => {
    const decisions = [of('D-APPEAL-TA', '2026-11-02'), { ...of('D-APPEAL-TA', '2026-09-01'), over: true }]
    const acts = [said('aid_asked', '2026-11-12'), said('aid_decided', '2026-11-24')]
    expect(first(decisions, acts)).toMatchObject({ safe: '2027-01-04', law: '2027-02-10' })
  })
})

describe('an answer', () => {
  it('gives nothing to seven days, which allow no extension (CESEDA R921-3)', () => {
    const one = first([of('D-APPEAL-7D', '2026-11-10')], [said('aid_decided', '2026-11-12')])
    expect(one).toMatchObject({ safe: '2026-11-17', law: '2026-11-18' })
  })

  it('takes nothing from the later end that another gave: the lawyer’s designation (decree 2020-1717, art. 43)', () => {
    const acts = [
      said('aid_asked', '2026-10-15'),
      said('aid_decided', '2026-11-10', { lawyerOn: '2026-12-20' }),
      said('gracious', '2026-11-12'),
      said('gracious_rejected', '2026-11-20')
    ]
    expect(first([permit], acts.slice(0, 2))).toMatchObject({ safe: '2027-01-11', law: '2027-02-22' })
    expect(first([permit], acts)).toMatchObject({ safe: '2027-01-21', law: '2027-02-22' })
  })

  it('said of one decision is to what was asked of nobody knows which', () => {
    const acts = [
      said('aid_asked', '2026-10-15'),
      said('aid_decided', '2026-11-10', { noticeOn: notifiedOn })
    ]
    const one = first([permit, of('D-APPEAL-TA', '2026-10-05')], acts)
    expect(one).toMatchObject({ from: '2026-11-10', safe: '2027-01-11' })
  })

  it('to what was asked for too late gives nothing, in law either', () => {
    const one = first([permit], [said('aid_decided', '2027-01-10', { askedOn: '2026-12-20' })])
    expect(one).toMatchObject({ safe: '2026-12-02', law: null, doubts: [] })
  })

  it('of before the decision is of none', () => {
    const one = first([of('D-APPEAL-TA', '2026-11-09')], [said('aid_decided', '2026-11-05')])
    expect(one).toMatchObject({ safe: '2027-01-11', doubts: [] })
  })

  it('may be of a decision that never came on file, where its question may', () => {
    const acts = [
      said('aid_asked', '2026-11-12', { noticeOn: '2026-10-06' }),
      said('aid_decided', '2026-11-24')
    ]
    expect(first([permit], acts)).toMatchObject({ safe: '2026-12-02', law: '2027-02-10' })
  })

  it('is to one request, and a second answer may be of another decision', () => {
    const other = '2026-10-05'
    const acts = [
      said('aid_asked', '2026-11-12', { noticeOn: notifiedOn }),
      said('aid_decided', '2026-11-20'),
      said('aid_decided', '2026-12-10')
    ]
    expect(after([permit, of('D-APPEAL-TA', other)], acts)(other)).toMatchObject({ law: '2027-02-26' })
  })

  it('to a second request of aid may count in law, and moves no safe day (decree 2020-1717, art. 43)', () => {
    const acts = [
      ...[said('aid_asked', '2026-10-15'), said('aid_decided', '2026-11-10')],
      ...[said('aid_asked', '2026-11-20'), said('aid_decided', '2026-12-15')]
    ]
    expect(first([permit], acts)).toMatchObject({ safe: '2027-01-11', law: '2027-03-01' })
  })
})

describe('of which decision', () => {
  const other = of('D-APPEAL-TA', '2026-11-09')

  it('said of one that was notified later, it is of none', () => {
    const acts = [said('aid_asked', '2026-11-05', { noticeOn: other.notifiedOn })]
    expect(first([permit, other], acts)).toMatchObject({ safe: '2026-12-02', doubts: [] })
  })

  it('two requests, each said of its own, are not one written twice', () => {
    const acts = [
      said('gracious', '2026-10-15', { noticeOn: notifiedOn }),
      said('gracious', '2026-10-20', { noticeOn: '2026-10-05' }),
      said('gracious_rejected', '2026-11-20', { noticeOn: notifiedOn })
    ]
    expect(first([permit, of('D-APPEAL-TA', '2026-10-05')], acts)).toMatchObject({ from: '2026-11-20' })
  })

  it('what may be of either is the end in law, be it the later of two kinds', () => {
    const acts = [
      said('aid_asked', '2026-10-15', { noticeOn: notifiedOn }),
      said('aid_decided', '2026-11-10', { noticeOn: notifiedOn }),
      said('gracious_rejected', '2026-12-20')
    ]
    const one = first([permit, of('D-APPEAL-TA', '2026-10-05')], acts)
    expect(one).toMatchObject({ law: '2027-02-22' })
    expect(one.doubts).toContain('maybeOtherDecision')
  })
})

describe('what cuts (CESEDA R921-1)', () => {
  const arrest = (more: object): Act => [
    'house_arrest.notified',
    { decisionOn: '2026-11-12', notifiedOn: '2026-11-12', appealWithin: 'seven_days', ...more }
  ]

  it('cuts nothing that was not notified by then, though it is of the person', () => {
    const acts = [held('prison', '2026-11-12', { noticeOn: month.notifiedOn })]
    const told = after([month, of('D-APPEAL-LEAVE', '2026-11-16')], acts)('2026-11-16')
    expect(told).toMatchObject({ code: 'D-APPEAL-LEAVE', doubts: [] })
  })

  it('cuts nothing that was over by then, and is the end in law of what was told since', () => {
    const acts = [held('detention_centre', '2026-12-15', { noticeOn: month.notifiedOn })]
    expect(first([month], acts)).toMatchObject({
      ...{ code: 'D-APPEAL-LEAVE', safe: '2026-12-10' },
      ...{ law: '2026-12-17', doubts: ['maybeKeptLate'] }
    })
  })

  it('by house arrest does so once: the second, known by its own day, gives no seven days again', () => {
    const again = { decisionOn: '2026-11-16', notifiedOn: '2026-11-16', informed: 'yes' }
    expect(first([month], [arrest({ informed: 'yes' }), arrest(again)])).toMatchObject({
      ...{ code: 'D-APPEAL-LEAVE-7D', from: '2026-11-12' },
      law: '2026-11-20'
    })
  })

  it('told perhaps, and told since for certain, is told from that day', () => {
    const acts = [arrest({ informed: 'unknown' }), arrest({ informed: 'yes', informedOn: '2026-11-16' })]
    expect(first([month], acts)).toMatchObject({ code: 'D-APPEAL-LEAVE-7D', safe: '2026-11-23' })
  })

  it('ends in law no sooner than the forty-eight hours of its last day', () => {
    const two = [of('D-APPEAL-LEAVE', '2026-10-26'), month]
    const one = first(two, [held('detention_centre', '2026-11-27', { noticeOn: month.notifiedOn })])
    expect(one).toMatchObject({ safe: '2026-11-27', law: '2026-11-29' })
  })

  it('by detention bounds a return ban that is alone on file (L614-4)', () => {
    const one = first([of('D-BAN-7D', '2026-11-10')], [held('detention_centre', '2026-11-12')])
    expect(one).toMatchObject({ code: 'D-BAN-7D', from: '2026-11-10', safe: '2026-11-13' })
  })

  it('says where its hour is unknown, from which forty-eight hours count', () => {
    expect(first([month], [held('detention_centre', '2026-11-12')]).doubts).toContain('hourUnknown')
  })
})

describe('what is to be checked', () => {
  it.each([
    ['gracious', 'gracious_rejected', 'recourseAnswered'],
    ['aid_asked', 'aid_decided', 'aidRanAnew'],
    ['reasons_asked', 'reasons_given', 'reasonsAnswered']
  ])('is said once %s has been answered', (asks, answers, id) => {
    const acts = [said(asks, '2026-10-15'), said(answers, '2026-11-10')]
    expect(first([permit], acts).doubts).toContain(id)
  })

  it('is said where one of two days that were written for a request is too late', () => {
    const acts = [said('aid_asked', '2026-11-12'), said('aid_asked', '2026-12-20')]
    expect(first([permit], acts).doubts).toContain('maybeAskedLate')
  })
})
