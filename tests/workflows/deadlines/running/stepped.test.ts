import { describe, expect, it } from 'vitest'
import { legalEnd } from '../../../../workflows/deadlines/deadlines.ts'
import { after, notifiedOn, ofIt, refused, said, type Act } from './stepped-clocks.ts'

// The times of a young adult, and of asylum, are counted again act by act: what an answer gives them for certain, and what it may give.

const alone = (acts: readonly Act[]) => after([refused], acts).against(notifiedOn)!

const [prior, rejected] = [said('prior', '2026-10-15'), said('prior_rejected', '2026-11-20')]

describe('an answer that may give nothing', () => {
  it.each<[string, string, Act[]]>([
    [
      'a second prior appeal, once the first was answered (CRPA L411-2)',
      '2027-01-21',
      [prior, rejected, said('prior', '2027-01-05'), said('prior_rejected', '2027-02-20')]
    ],
    [
      'a rejection that comes after silence had rejected (CJA R421-2)',
      '2026-12-02',
      [prior, said('prior_rejected', '2027-05-03')]
    ],
    [
      'a prior appeal made after the first two months, though aid waits (CRPA L411-2)',
      '2026-12-02',
      [said('aid_asked', '2026-10-15'), said('prior', '2026-12-20'), said('prior_rejected', '2027-01-10')]
    ],
    [
      'aid asked for once silence has rejected what waited, and is over as well (CJA R421-2)',
      '2026-12-02',
      [prior, said('aid_asked', '2027-03-01'), said('aid_decided', '2027-04-01')]
    ],
    [
      'one rejection that is written down again with a later day',
      '2027-01-21',
      [prior, rejected, said('prior_rejected', '2026-12-20', { ...ofIt, askedOn: '2026-10-15' })]
    ],
    [
      'a rejection after silence, by the earlier of two days that were written for one request (CJA R421-2)',
      '2026-12-02',
      [said('prior', '2026-11-20'), prior, said('prior_rejected', '2027-03-01')]
    ],
    [
      'a second prior appeal, by the later of the days that were written for it (CRPA L411-2)',
      '2027-01-21',
      [
        ...[prior, rejected],
        ...[said('prior', '2026-11-10'), said('prior', '2026-11-25'), said('prior_rejected', '2026-12-20')]
      ]
    ],
    [
      'aid kept open by a prior appeal of which a day after the first end is written down as well (CRPA L411-2)',
      '2026-12-02',
      [
        ...[said('prior', '2026-11-12'), said('aid_asked', '2026-12-15'), said('prior', '2026-12-14')],
        said('aid_decided', '2026-12-17')
      ]
    ],
    [
      'aid that is answered by a day after the first end, and not by the one that was written down',
      '2026-12-02',
      [said('aid_asked', '2026-11-12'), said('aid_decided', '2027-01-20', { ...ofIt, askedOn: '2026-12-20' })]
    ],
    [
      'aid asked for after the safe day of a time of which the question is unknown',
      '2026-12-02',
      [rejected, said('aid_asked', '2026-12-20'), said('aid_decided', '2027-01-20')]
    ],
    [
      'a prior appeal of the very day of the first answer (CRPA L411-2)',
      '2026-12-28',
      [
        ...[said('prior', '2026-10-12'), said('prior_rejected', '2026-10-27')],
        ...[said('prior', '2026-10-27'), said('prior_rejected', '2026-12-20')]
      ]
    ],
    [
      'a request after an answer of which nobody wrote down the question (CRPA L411-2)',
      '2026-12-02',
      [rejected, said('prior', '2026-11-25'), said('prior_rejected', '2026-12-20')]
    ]
  ])('%s moves no safe day', (_what, dueOn, acts) => {
    expect(alone(acts)).toMatchObject({ dueOn })
  })

  it('of the eve of the first answer does', () => {
    const acts = [
      ...[said('prior', '2026-10-12'), said('prior_rejected', '2026-10-27')],
      ...[said('prior', '2026-10-26'), said('prior_rejected', '2026-12-20')]
    ]
    expect(alone(acts)).toMatchObject({ startsOn: '2026-12-20', dueOn: '2027-02-22' })
  })
})

describe('an answer that says another day', () => {
  it('of aid of which nobody wrote down the request is the end in law (decree 2020-1717, art. 43)', () => {
    const clock = alone([said('aid_decided', '2026-11-24')])
    expect(clock).toMatchObject({ dueOn: '2026-12-02' })
    expect(legalEnd(clock)).toMatchObject({ on: '2027-02-10' })
  })

  it('moved back by a correction keeps the later day as its end in law', () => {
    const asked = { ...ofIt, askedOn: '2026-10-05' }
    const acts = [said('prior_rejected', '2026-11-20', asked), said('prior_rejected', '2026-11-10', asked)]
    const clock = alone(acts)
    expect(clock).toMatchObject({ startsOn: '2026-11-10', dueOn: '2027-01-11' })
    expect(legalEnd(clock)).toMatchObject({ on: '2027-01-21' })
  })

  it('holds the safe day by the earlier, and the end in law by the later', () => {
    const acts = [said('prior_rejected', '2026-12-20'), said('prior_rejected', '2026-11-10')]
    const clock = alone([prior, ...acts])
    expect(clock).toMatchObject({ startsOn: '2026-12-20', dueOn: '2027-01-11' })
    expect(legalEnd(clock)).toMatchObject({ on: '2027-02-22' })
  })

  it('is nothing to what another kind of answer made run anew', () => {
    const acts = [
      said('aid_asked', '2026-10-15'),
      said('aid_decided', '2026-12-20'),
      said('prior_rejected', '2026-11-10')
    ]
    expect(alone(acts)).toMatchObject({ startsOn: '2026-12-20', dueOn: '2027-02-22' })
  })
})

describe('what is written down after what moved the time', () => {
  it('and was asked before it leaves no end in law while it waits (art. 43)', () => {
    expect(legalEnd(alone([prior, rejected, said('aid_asked', '2026-11-10')]))).toMatchObject({ on: null })
  })

  it('keeps open what was asked after the end that was known (art. 43; CRPA L411-2)', () => {
    const acts = [said('aid_asked', '2026-12-20'), prior, rejected]
    const clock = alone(acts)
    expect(clock).toMatchObject({ dueOn: '2027-01-21' })
    expect(legalEnd(clock)).toMatchObject({ on: null })
  })
})
