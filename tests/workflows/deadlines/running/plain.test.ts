import { describe, expect, it } from 'vitest'
import type { DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'
import { keptClocks } from './kept-clocks.ts'

// An answer moves a safe day later where it gives the whole time again for certain, and not else: then it is an end in law alone.

const first: { code: DeadlineCode; notifiedOn: string } = { code: 'D-APPEAL-TA', notifiedOn: '2026-10-01' }

describe('an answer that may give nothing', () => {
  it.each([
    [
      'a second reconsideration, once the first was answered (CRPA L411-2)',
      '2027-01-21',
      [
        ['gracious', '2026-10-15'],
        ['gracious_rejected', '2026-11-20'],
        ['hierarchical', '2027-01-05'],
        ['hierarchical_rejected', '2027-02-20']
      ]
    ],
    [
      'a rejection that comes after silence had rejected (CJA R421-2)',
      '2026-12-02',
      [
        ['gracious', '2026-10-15'],
        ['gracious_rejected', '2027-05-03']
      ]
    ],
    [
      'an appeal to the superior made after the first two months, though a reconsideration waits (CRPA L411-2)',
      '2026-12-02',
      [
        ['gracious', '2026-10-15'],
        ['hierarchical', '2026-12-20'],
        ['hierarchical_rejected', '2027-01-10']
      ]
    ],
    [
      'aid asked for once silence has rejected what waited, and is over as well (CJA R421-2)',
      '2026-12-02',
      [
        ['gracious', '2026-10-15'],
        ['aid_asked', '2027-03-01'],
        ['aid_decided', '2027-04-01']
      ]
    ],
    [
      'one rejection that is written down again with a later day',
      '2027-01-21',
      [
        ['gracious', '2026-10-15'],
        ['gracious_rejected', '2026-11-20'],
        ['gracious_rejected', '2026-12-20', '2026-10-15']
      ]
    ],
    [
      'a rejection after silence had rejected, by the earlier of two days that were written for one request (CJA R421-2)',
      '2026-12-02',
      [
        ['gracious', '2026-11-20'],
        ['gracious', '2026-10-15'],
        ['gracious_rejected', '2027-03-01']
      ]
    ],
    [
      'the same, written down the other way round',
      '2026-12-02',
      [
        ['gracious', '2026-10-15'],
        ['gracious', '2026-11-20'],
        ['gracious_rejected', '2027-03-01']
      ]
    ],
    [
      'aid of which another day is written down, after the first end',
      '2026-12-02',
      [
        ['aid_asked', '2026-11-12'],
        ['aid_asked', '2026-12-20'],
        ['aid_decided', '2027-01-20']
      ]
    ],
    [
      'aid kept open by a reconsideration of which a day after the first end is written down as well (CRPA L411-2)',
      '2026-12-02',
      [
        ['gracious', '2026-11-12'],
        ['aid_asked', '2026-12-15'],
        ['gracious', '2026-12-14'],
        ['aid_decided', '2026-12-17']
      ]
    ],
    [
      'aid that is answered by a day after the first end, and not by the one that was written down',
      '2026-12-02',
      [
        ['aid_asked', '2026-11-12'],
        ['aid_decided', '2027-01-20', '2026-12-20']
      ]
    ],
    [
      'a second reconsideration, by the later of the days that were written for it (CRPA L411-2)',
      '2027-01-21',
      [
        ['gracious', '2026-10-15'],
        ['gracious_rejected', '2026-11-20'],
        ['hierarchical', '2026-11-20'],
        ['hierarchical', '2026-11-25'],
        ['hierarchical_rejected', '2026-12-20']
      ]
    ],
    [
      'reasons given a second time (CRPA L232-4)',
      '2027-01-21',
      [
        ['reasons_asked', '2026-10-15'],
        ['reasons_given', '2026-11-20'],
        ['reasons_asked', '2027-01-05'],
        ['reasons_given', '2027-01-20']
      ]
    ],
    [
      'aid asked for after the safe day of a time of which the question is unknown',
      '2026-12-02',
      [
        ['gracious_rejected', '2026-11-20'],
        ['aid_asked', '2026-12-20'],
        ['aid_decided', '2027-01-20']
      ]
    ]
  ] as const)('%s moves no safe day', (_what, dueOn, acts) => {
    const kept = keptClocks([first])
    for (const [what, on, askedOn] of acts as readonly (readonly [string, string, string?])[])
      kept.act('appeal.time', { what, about: 'permit', on, askedOn, noticeOn: first.notifiedOn })
    expect(kept.against(first.notifiedOn)).toMatchObject({ dueOn })
  })

  it('an answer that gives the day of a question about another decision moves no safe day of the one that is left', () => {
    const other = '2026-11-02'
    const kept = keptClocks([first, { code: 'D-APPEAL-TA', notifiedOn: other }])
    const asks = (what: string, on: string, more: object) =>
      kept.act('appeal.time', { what, about: 'permit', on, ...more })
    asks('gracious', '2026-11-12', { noticeOn: other })
    asks('aid_asked', '2026-12-15', { noticeOn: first.notifiedOn })
    asks('gracious_rejected', '2026-12-17', { noticeOn: other })
    asks('aid_decided', '2027-01-08', { askedOn: '2026-12-15' })
    expect(kept.against(other)).toMatchObject({ startsOn: '2026-12-17', dueOn: '2027-02-18' })
  })

  it('aid answered of a month that may have been cut gives it nothing beyond the seven days (CESEDA R921-3)', () => {
    const notifiedOn = '2026-10-26'
    const kept = keptClocks([{ code: 'D-APPEAL-OQTF', notifiedOn }])
    const [decisionOn, noticeOn] = ['2026-11-24', notifiedOn]
    kept.act('house_arrest.notified', {
      decisionOn,
      notifiedOn: decisionOn,
      appealWithin: 'seven_days',
      noticeOn
    })
    kept.act('appeal.time', { what: 'aid_asked', about: 'permit', on: '2026-11-25', noticeOn })
    kept.act('appeal.time', { what: 'aid_decided', about: 'permit', on: '2026-12-15', noticeOn })
    expect(kept.against(notifiedOn)).toMatchObject({ dueOn: '2026-12-01' })
  })
})
