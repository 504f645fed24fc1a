import { describe, expect, it } from 'vitest'
import { legalEnd, type DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'
import { after, notifiedOn, ofIt, refused, said, type Act, type Decision } from './stepped-clocks.ts'

// Which decision an act is of, where the times are counted again act by act: said, unsaid, of a day of none, or written down since.

const alone = (acts: readonly Act[]) => after([refused], acts).against(notifiedOn)!

describe('of several decisions (CJA R421-1)', () => {
  const second: Decision = { ...refused, notifiedOn: '2026-11-02' }
  const [ofSecond, both] = [{ noticeOn: second.notifiedOn }, [refused, second]]
  const dues = (stepped: ReturnType<typeof after>) =>
    both.map((one) => stepped.against(one.notifiedOn)?.dueOn ?? null)
  const ends = (stepped: ReturnType<typeof after>) =>
    both.map((one) => {
      const clock = stepped.against(one.notifiedOn)
      return clock === undefined ? undefined : legalEnd(clock)?.on
    })
  const aid = (more: object) => [
    said('aid_asked', '2026-11-12', more),
    said('aid_decided', '2026-11-24', more)
  ]

  it('aid of nobody knows which moves no safe day, and is the end in law of each', () => {
    const stepped = after(both, aid({}))
    expect(dues(stepped)).toEqual(['2026-12-02', '2027-01-04'])
    expect(ends(stepped)).toEqual(['2027-02-10', '2027-02-10'])
  })

  it('aid asked for against the first leaves the second as it is', () => {
    const stepped = after(both, aid(ofIt))
    expect(dues(stepped)).toEqual(['2027-01-25', '2027-01-04'])
    expect(ends(stepped)).toEqual(['2027-02-10', undefined])
  })

  it('aid that is said of the judgment leaves the time against the refusal as it is', () => {
    const judged: Decision = { code: 'D-APPEAL-YOUNG-ADULT-AGAIN', notifiedOn: '2026-11-02' }
    const stepped = after([refused, judged], aid({ noticeOn: judged.notifiedOn }))
    expect(stepped.against(notifiedOn)!.inLaw).toBe(null)
  })

  it('a first answer of nobody knows which lets a second request move no safe day (CRPA L411-2)', () => {
    const acts = [
      ...[said('prior', '2026-11-05', {}), said('prior_rejected', '2026-11-10', {})],
      ...[said('prior', '2026-11-12'), said('prior_rejected', '2026-11-30')]
    ]
    expect(dues(after(both, acts))[0]! <= '2027-01-11').toBe(true)
  })

  it('an answer that gives the day of a question about another moves no safe day of the one that is left', () => {
    const acts = [
      ...[said('prior', '2026-11-12', ofSecond), said('aid_asked', '2026-12-15')],
      ...[said('prior_rejected', '2026-12-17', ofSecond)],
      said('aid_decided', '2027-01-08', { askedOn: '2026-12-15' })
    ]
    const clock = after(both, acts).against(second.notifiedOn)
    expect(clock).toMatchObject({ startsOn: '2026-12-17', dueOn: '2027-02-18' })
  })

  it('aid asked for of one for certain stays so for it, whatever is answered of nobody knows which', () => {
    const acts = [said('aid_asked', '2026-11-18'), said('aid_asked', '2026-11-20', {})]
    expect(ends(after(both, [...acts, said('aid_decided', '2026-11-24', {})]))[0]).toBe(null)
  })

  it('aid beside an appeal moves no safe day of the other, where nobody says which', () => {
    const stepped = after(both, [])
    stepped.appealed(notifiedOn)
    for (const [command, input] of aid({})) stepped.act(command, input)
    expect(dues(stepped)).toEqual([null, '2027-01-04'])
    expect(ends(stepped)).toEqual([undefined, '2027-02-10'])
  })

  it('aid asked for after the time against the contested one was over may still be for it', () => {
    const stepped = after([{ ...refused, notifiedOn: '2026-09-01' }, second], [])
    stepped.appealed('2026-09-01')
    for (const [command, input] of aid({})) stepped.act(command, input)
    expect(dues(stepped)[1]).toBe('2027-01-04')
  })

  it('an answer to what nobody wrote down may be of the one that is over', () => {
    const [old, on] = [{ ...refused, notifiedOn: '2026-09-01' }, '2026-11-24']
    const stepped = after([old, second], [said('prior_rejected', on, {})])
    expect(legalEnd(stepped.against(old.notifiedOn)!)).toMatchObject({ on: '2027-01-25' })
  })

  const again: DeadlineCode = 'D-ASYLUM-ENTRY-CE'
  it('aid about a judgment or a ruling, unsaid, is of nobody knows which (art. 44)', () => {
    const [judged, ruled] = ['2026-11-12', '2026-11-16']
    const stepped = after(
      [
        { code: 'D-ASYLUM-ENTRY-CAA', notifiedOn: judged },
        { code: again, notifiedOn: ruled }
      ],
      []
    )
    const due = () => [judged, ruled].map((day) => stepped.against(day)!.dueOn)
    const before = due()
    const about = { on: '2026-11-18', about: 'entry_judgment' }
    stepped.act('asylum.aid_asked', about)
    stepped.act('asylum.aid_asked', { ...about, decidedOn: '2026-11-24' })
    expect(due()).toEqual(before)
  })
})

describe('said of a day on which nothing was notified', () => {
  const unknown = { noticeOn: '2026-10-06' }
  const asked = said('aid_asked', '2026-11-12', unknown)

  it('leaves the end in law open, and moves no safe day once it is decided (art. 43)', () => {
    expect(legalEnd(alone([asked]))).toMatchObject({ on: null })
    const clock = alone([asked, said('aid_decided', '2026-11-24', unknown)])
    expect(clock).toMatchObject({ dueOn: '2026-12-02' })
    expect(legalEnd(clock)).toMatchObject({ on: '2027-02-10' })
  })

  it('is not settled for the one that is left by an answer unsaid', () => {
    const clock = alone([asked, said('aid_decided', '2026-11-24', {})])
    expect(clock).toMatchObject({ dueOn: '2026-12-02' })
  })

  it.each([
    ['with the day on which it was asked for', { ...ofIt, askedOn: '2026-12-20' }],
    ['with none', ofIt]
  ])('lets an answer after the safe day move none, said of the one that stands %s', (_with, more) => {
    expect(alone([asked, said('aid_decided', '2027-01-10', more)])).toMatchObject({ dueOn: '2026-12-02' })
  })

  it('keeps its reserve where another question of nobody knows which still waits', () => {
    const acts = [
      ...[said('prior', '2026-11-10', unknown), said('aid_asked', '2026-11-12')],
      ...[said('aid_decided', '2026-11-24'), said('prior_rejected', '2026-12-15', {})]
    ]
    expect(alone(acts).dueOn <= '2027-01-25').toBe(true)
  })
})

describe('a decision that is written down after what was asked of it', () => {
  const later = '2026-11-09'
  const found = (decisions: readonly Decision[], acts: readonly Act[]) => {
    const stepped = after(decisions, acts)
    stepped.notified({ ...refused, notifiedOn: later })
    return stepped
  }

  it('has no end in law while aid waits (decree 2020-1717, art. 43)', () => {
    const clock = found([], [said('aid_asked', '2026-11-12', {})]).against(later)!
    expect(clock).toMatchObject({ dueOn: '2027-01-11' })
    expect(legalEnd(clock)).toMatchObject({ on: null })
  })

  it('is not touched by what was said of another that is known', () => {
    expect(found([refused], [said('aid_asked', '2026-11-12')]).against(later)!.inLaw).toBe(null)
  })

  it('has an answer that was said of it, though another had a request', () => {
    const acts = [said('aid_asked', '2026-11-12'), said('aid_decided', '2026-12-15', { noticeOn: later })]
    expect(legalEnd(found([refused], acts).against(later)!)).toMatchObject({ on: '2027-03-01' })
  })

  it('takes back the later safe day of another, given by an answer that nobody said the decision of', () => {
    const acts = [said('aid_asked', '2026-11-12', {}), said('aid_decided', '2026-11-24', {})]
    expect(after([refused], acts).against(notifiedOn)).toMatchObject({ dueOn: '2027-01-25' })
    const clock = found([refused], acts).against(notifiedOn)!
    expect(clock).toMatchObject({ startsOn: '2026-11-24', dueOn: '2026-12-02' })
  })

  it('takes back what was answered after the first end of another, by a request that may have been of it', () => {
    const acts = [said('aid_asked', '2026-11-12', {}), said('aid_decided', '2026-12-15')]
    expect(found([refused], acts).against(notifiedOn)).toMatchObject({ dueOn: '2026-12-02' })
  })
})
