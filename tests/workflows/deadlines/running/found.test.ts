import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../../workflows/case/commands.ts'
import type { DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'
import { legalEnd } from '../../../../workflows/deadlines/deadlines.ts'
import { keptClocks } from './kept-clocks.ts'

// What a reader of the law found upon the times to appeal: each is one life of one person, and what is told of it.

type Decision = { code: DeadlineCode; notifiedOn: string }
type Act = [CommandType, Record<string, unknown>]

const said = (what: string, on: string, more: object = {}): Act => [
  'appeal.time',
  { what, about: 'permit', on, ...more }
]
const ofRemoval = (what: string, on: string, more: object = {}): Act =>
  said(what, on, { about: 'removal', ...more })

const after = (decisions: readonly Decision[], acts: readonly Act[]) => {
  const kept = keptClocks(decisions)
  for (const [command, input] of acts) kept.act(command, input)
  return kept
}

describe('an obligation to leave that a refusal bears as well (CESEDA R921-1)', () => {
  const notifiedOn = '2026-11-09'
  const joined = (code: DeadlineCode): Decision => ({ code, notifiedOn })

  it.each([
    ['D-APPEAL-OQTF', 'detention_centre', 'D-APPEAL-48H'],
    ['D-APPEAL-OTHER-OQTF', 'detention_centre', 'D-APPEAL-OTHER-48H'],
    ['D-APPEAL-7D', 'detention_centre', 'D-APPEAL-48H'],
    ['D-APPEAL-OQTF', 'prison', 'D-APPEAL-7D'],
    ['D-APPEAL-OTHER-OQTF', 'house_arrest', 'D-APPEAL-OTHER-7D']
  ] as const)('%s is cut by %s that is said of the obligation', (code, what, becomes) => {
    const on = '2026-11-12'
    const clock = after([joined(code)], [ofRemoval(what, on)]).against(notifiedOn)
    expect(clock).toMatchObject({ code: becomes, startsOn: on })
  })

  it('waits for aid that is said of the obligation (decree 2020-1717, art. 43)', () => {
    const kept = after([joined('D-APPEAL-OQTF')], [ofRemoval('aid_asked', '2026-11-16')])
    const clock = kept.against(notifiedOn)!
    expect(clock).toMatchObject({ dueOn: '2026-12-10' })
    expect(legalEnd(clock)).toEqual({ on: null, hour: null })
  })
})

describe('an answer of an earlier day than the one that is counted', () => {
  const notifiedOn = '2026-10-01'
  const [earlier, later] = ['2026-11-10', '2026-12-20']

  it.each([
    ['gracious', 'gracious_rejected', '2027-02-22'],
    ['aid_asked', 'aid_decided', '2027-03-05'],
    ['reasons_asked', 'reasons_given', '2027-02-22']
  ])('of %s holds the safe day by the earlier, and the end in law by the later', (asked, answered, on) => {
    const acts = [said(asked, '2026-10-15'), said(answered, later), said(answered, earlier)]
    const clock = after([{ code: 'D-APPEAL-TA', notifiedOn }], acts).against(notifiedOn)!
    expect(clock).toMatchObject({ dueOn: '2027-01-11' })
    expect(legalEnd(clock)).toMatchObject({ on })
  })

  it('is nothing to what another kind of answer made run anew', () => {
    const acts = [
      said('aid_asked', '2026-10-15'),
      said('aid_decided', later),
      said('gracious_rejected', earlier)
    ]
    const clock = after([{ code: 'D-APPEAL-TA', notifiedOn }], acts).against(notifiedOn)
    expect(clock).toMatchObject({ startsOn: later, dueOn: '2027-02-22' })
  })

  it('holds a month no more once it is cut for certain (CESEDA R921-1)', () => {
    const acts = [
      said('aid_asked', '2026-10-15'),
      said('aid_decided', later),
      said('aid_decided', '2026-12-10'),
      said('prison', '2026-12-22')
    ]
    const clock = after([{ code: 'D-APPEAL-OQTF', notifiedOn }], acts).against(notifiedOn)
    expect(clock).toMatchObject({ code: 'D-APPEAL-7D', startsOn: '2026-12-22', dueOn: '2026-12-29' })
  })
})

it('a request after an answer of which nobody wrote down the question moves no safe day (CRPA L411-2)', () => {
  const notifiedOn = '2026-10-01'
  const acts = [
    said('gracious_rejected', '2026-11-20'),
    said('gracious', '2026-11-25'),
    said('gracious_rejected', '2026-12-20')
  ]
  const clock = after([{ code: 'D-APPEAL-TA', notifiedOn }], acts).against(notifiedOn)!
  expect(clock).toMatchObject({ dueOn: '2026-12-02' })
  expect(legalEnd(clock)).toMatchObject({ on: '2027-02-22' })
})

describe('what was asked after the end that was known, and in time by what is written down since (decree 2020-1717, art. 43)', () => {
  const notifiedOn = '2026-10-01'
  const ofIt = { noticeOn: notifiedOn }
  const [aid, gracious] = [said('aid_asked', '2026-12-20', ofIt), said('gracious', '2026-10-15', ofIt)]
  const against = (acts: readonly Act[]) =>
    after([{ code: 'D-APPEAL-TA', notifiedOn }], acts).against(notifiedOn)!

  it('is nothing to an end that stays before it', () => {
    const clock = against([aid, said('gracious', '2026-12-21', ofIt)])
    expect(clock).toMatchObject({ dueOn: '2026-12-02', inLaw: null })
  })

  it.each([
    ['of this decision', aid],
    ['of nobody knows which', said('aid_asked', '2026-12-20')]
  ])('leaves no end in law while it waits, %s', (_which, asked) => {
    const clock = against([asked, gracious, said('gracious_rejected', '2026-11-20', ofIt)])
    expect(clock).toMatchObject({ dueOn: '2027-01-21' })
    expect(legalEnd(clock)).toMatchObject({ on: null })
  })

  it('answered gives the whole time again: what waited kept it open on that day', () => {
    const answer = said('aid_decided', '2027-01-10')
    const clock = against([said('aid_asked', '2026-12-20'), gracious, answer])
    expect(clock).toMatchObject({ startsOn: '2027-01-10', dueOn: '2027-03-11' })
    expect(clock.inLaw!.doubts).toContainEqual({ id: 'aidDecided', from: '2027-01-10' })
  })
})

describe('a month that may not have been cut (CESEDA R921-1; decree 2020-1717, art. 43)', () => {
  const [notifiedOn, arrested] = ['2026-11-09', '2026-11-12']
  const month: Decision = { code: 'D-APPEAL-LEAVE', notifiedOn }
  const arrest = (more: object): Act => [
    'house_arrest.notified',
    { decisionOn: arrested, notifiedOn: arrested, appealWithin: 'seven_days', ...more }
  ]
  const asked = ofRemoval('aid_asked', '2026-11-16', { noticeOn: notifiedOn })
  const safe = { code: 'D-APPEAL-LEAVE-7D', startsOn: arrested, dueOn: '2026-11-19' }

  it('is cut for certain of whoever was told, and aid gives nothing', () => {
    const clock = after([month], [arrest({ informed: 'yes' }), asked]).against(notifiedOn)!
    expect(clock).toMatchObject(safe)
    expect(clock.inLaw!.doubts.map(({ id }) => id)).not.toContain('aidAsked')
  })

  it.each([
    ['nobody says whether the person was told', {}],
    ['nobody knows whether the person was told', { informed: 'unknown' }],
    ['nobody knows of which obligation', { informed: 'yes', noticeOn: '2026-11-06' }]
  ])('has no end in law while aid waits, where %s', (_what, more) => {
    const clock = after([month], [arrest(more), asked]).against(notifiedOn)!
    expect(clock).toMatchObject(safe)
    expect(legalEnd(clock)).toMatchObject({ on: null })
  })

  it.each([
    ['asked after it', [arrest({}), asked, ofRemoval('aid_decided', '2026-12-05')]],
    [
      'asked before it',
      [ofRemoval('aid_asked', '2026-11-10'), arrest({}), ofRemoval('aid_decided', '2026-12-05')]
    ],
    ['of which nobody knew that it was asked', [arrest({}), ofRemoval('aid_decided', '2026-12-05')]]
  ])('ends in law a month and fifteen days after aid is decided, %s', (_when, acts) => {
    const clock = after([month], acts).against(notifiedOn)!
    expect(clock).toMatchObject(safe)
    expect(legalEnd(clock)).toMatchObject({ on: '2027-01-21' })
  })

  it('ends so as well where aid was decided before it', () => {
    const acts = [ofRemoval('aid_asked', '2026-11-10'), ofRemoval('aid_decided', '2026-11-11'), arrest({})]
    const clock = after([month], acts).against(notifiedOn)!
    expect(clock).toMatchObject(safe)
    expect(legalEnd(clock)).toMatchObject({ on: '2026-12-28' })
  })
})

describe('what is of nobody knows which decision, once another is written down that had its time as well (CJA R421-1)', () => {
  const [notifiedOn, other] = ['2026-10-19', '2026-11-09']
  const first: Decision = { code: 'D-APPEAL-LEAVE', notifiedOn }
  const found = (acts: readonly Act[]) => {
    const kept = after([first], acts)
    kept.notified({ code: 'D-APPEAL-LEAVE', notifiedOn: other })
    return kept.against(notifiedOn)!
  }

  it.each([
    ['a house arrest', ofRemoval('house_arrest', '2026-11-16'), '2026-11-20'],
    ['a detention', ofRemoval('detention_centre', '2026-11-19', { at: '09:00' }), '2026-11-20'],
    ['an answer', ofRemoval('aid_decided', '2026-11-12', { askedOn: '2026-11-10' }), '2026-11-20']
  ])('%s takes the first back to its first end, and no further', (_what, act, dueOn) => {
    expect(found([act])).toMatchObject({ dueOn })
  })

  it('leaves the first where it is said of it', () => {
    const clock = found([ofRemoval('house_arrest', '2026-11-16', { noticeOn: notifiedOn })])
    expect(clock).toMatchObject({ code: 'D-APPEAL-LEAVE-7D', dueOn: '2026-11-23' })
  })
})

describe('what cuts the time of one obligation may cut another of the same person (CESEDA R921-1)', () => {
  const [notifiedOn, other, on] = ['2026-11-09', '2026-11-02', '2026-11-12']
  const [noticeOn, ban] = [notifiedOn, '2026-11-10']
  const both: Decision[] = [
    { code: 'D-APPEAL-LEAVE', notifiedOn },
    { code: 'D-APPEAL-OQTF', notifiedOn: other }
  ]
  const arrest = (more: object): Act => [
    'house_arrest.notified',
    { decisionOn: on, notifiedOn: on, appealWithin: 'seven_days', noticeOn, ...more }
  ]

  it('but a house arrest of which the person was not told cuts none', () => {
    const clock = after(both, [arrest({ informed: 'no' })]).against(other)
    expect(clock).toMatchObject({ code: 'D-APPEAL-OQTF', dueOn: '2026-12-03' })
  })

  it.each([
    ['prison', '2026-11-19', ofRemoval('prison', on, { noticeOn })],
    ['a house arrest', '2026-11-19', ofRemoval('house_arrest', on, { noticeOn })],
    ['a detention', '2026-11-13', ofRemoval('detention_centre', on, { noticeOn })],
    ['a house arrest told', '2026-11-19', arrest({ informed: 'yes' })],
    ['a house arrest told perhaps', '2026-11-19', arrest({})],
    ['a house arrest told on a day', '2026-11-20', arrest({ informed: 'yes', informedOn: '2026-11-13' })]
  ] as const)('%s of one leaves the other safe until %s, and its month in law', (_what, dueOn, act) => {
    const clock = after(both, [act]).against(other)!
    expect(clock).toMatchObject({ code: 'D-APPEAL-OQTF', startsOn: other, dueOn })
    expect(legalEnd(clock)).toMatchObject({ on: '2026-12-03' })
  })

  it.each(['D-BAN-7D', 'D-APPEAL-TRANSFER-7D'] as const)('so does a detention of %s', (code) => {
    const kept = after([both[0]!, { code, notifiedOn: ban }], [ofRemoval('detention_centre', on)])
    expect(kept.against(notifiedOn)).toMatchObject({ code: 'D-APPEAL-LEAVE-48H' })
    expect(kept.against(ban)).toMatchObject({ code, startsOn: ban, dueOn: '2026-11-13' })
    expect(legalEnd(kept.against(ban)!)!.on! > '2026-11-13').toBe(true)
  })

  it('holds the hours of the one that is said by nothing', () => {
    const acts = [ofRemoval('detention_centre', on, { noticeOn, at: '09:00' })]
    expect(after(both, acts).against(notifiedOn)).toMatchObject({
      dueOn: '2026-11-14',
      inLaw: { doubts: [] }
    })
  })

  it('leaves what was over by then as it was', () => {
    const acts = [ofRemoval('prison', '2026-12-05', { noticeOn })]
    expect(after(both, acts).against(other)).toMatchObject({ dueOn: '2026-12-03' })
  })
})
