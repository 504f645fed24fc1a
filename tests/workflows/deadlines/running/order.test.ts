import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../../workflows/case/commands.ts'
import { legalEnd, type DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'
import { keptClocks } from './kept-clocks.ts'

// What another reader of the law found: acts that are written down in another order than that of their days, or answered on one day.

type Decision = { code: DeadlineCode; notifiedOn: string }
type Act = [CommandType, Record<string, unknown>]

const notifiedOn = '2026-10-01'
const ofIt = { noticeOn: notifiedOn }
const said = (what: string, on: string, more: object = ofIt): Act => [
  'appeal.time',
  { what, about: 'permit', on, ...more }
]

const after = (decisions: readonly Decision[], acts: readonly Act[]) => {
  const kept = keptClocks(decisions)
  for (const [command, input] of acts) kept.act(command, input)
  return kept.against(decisions[0]!.notifiedOn)!
}
const permit: Decision = { code: 'D-APPEAL-TA', notifiedOn }

describe('what was asked before the answer that moved a time, and is written down after it', () => {
  it('is nothing of what was asked before the decision', () => {
    const clock = after(
      [permit],
      [said('gracious_rejected', '2026-11-20'), said('aid_asked', '2026-09-20', {})]
    )
    expect(clock.inLaw!.doubts.map(({ id }) => id)).not.toContain('aidAsked')
  })

  it.each([
    ['aid', 'gracious', 'gracious_rejected', 'aid_asked', ofIt],
    ['aid, of nobody knows which', 'gracious', 'gracious_rejected', 'aid_asked', {}],
    ['the superior', 'gracious', 'gracious_rejected', 'hierarchical', ofIt],
    ['reconsideration', 'aid_asked', 'aid_decided', 'gracious', ofIt],
    ['aid, of reasons', 'reasons_asked', 'reasons_given', 'aid_asked', ofIt]
  ])('leaves no end in law while it waits: %s (decree 2020-1717, art. 43; CRPA L411-2)', (...which) => {
    const [, first, answer, late, more] = which
    const acts = [said(first, '2026-10-15'), said(answer, '2026-11-20')]
    const inOrder = after([permit], [acts[0]!, said(late, '2026-11-10', more), acts[1]!])
    const clock = after([permit], [...acts, said(late, '2026-11-10', more)])
    expect(legalEnd(clock)).toEqual({ on: null, hour: null })
    expect(legalEnd(clock)).toEqual(legalEnd(inOrder))
    expect(clock.dueOn <= inOrder.dueOn).toBe(true)
  })

  it.each([{ informed: 'unknown' }, {}])(
    'the same of a month that an arrest perhaps cut, %j (CESEDA R921-1)',
    (more) => {
      const month: Decision = { code: 'D-APPEAL-LEAVE', notifiedOn: '2026-10-26' }
      const arrest: Act = [
        'house_arrest.notified',
        { decisionOn: '2026-11-16', notifiedOn: '2026-11-16', appealWithin: 'seven_days', ...more }
      ]
      const aid = said('aid_asked', '2026-11-12', { about: 'removal', noticeOn: '2026-10-26' })
      const clock = after([month], [arrest, aid])
      expect(clock).toMatchObject({ dueOn: '2026-11-23' })
      expect(legalEnd(clock)).toEqual({ on: null, hour: null })
    }
  )
})

describe('a second request that may be of after the first answer (CRPA L411-2)', () => {
  const [gracious, last] = [said('gracious', '2026-10-12'), '2026-12-20']

  it('of the very day of that answer moves no safe day', () => {
    const acts = [
      gracious,
      said('gracious_rejected', '2026-10-27'),
      said('hierarchical', '2026-10-27'),
      said('hierarchical_rejected', last)
    ]
    const clock = after([permit], acts)
    expect(clock).toMatchObject({ dueOn: '2026-12-28' })
    expect(legalEnd(clock)).toMatchObject({ on: '2027-02-22' })
  })

  it('of its eve does', () => {
    const acts = [
      gracious,
      said('gracious_rejected', '2026-10-27'),
      said('hierarchical', '2026-10-26'),
      said('hierarchical_rejected', last)
    ]
    expect(after([permit], acts)).toMatchObject({ startsOn: last, dueOn: '2027-02-22' })
  })

  it.each([
    ['of a day on which nothing was notified', { noticeOn: '2026-10-06' }],
    ['unsaid, of two', {}]
  ])('moves none where the first answer is %s', (_which, more) => {
    const decisions = [permit, { ...permit, notifiedOn: '2026-10-05' }]
    const acts = [
      said('gracious', '2026-10-12', more),
      said('gracious_rejected', '2026-10-26', more),
      said('hierarchical', '2026-11-02'),
      said('hierarchical_rejected', '2026-11-30')
    ]
    const clock = after(decisions, acts)
    expect(clock.dueOn <= '2026-12-28').toBe(true)
    expect(legalEnd(clock)!.on! >= '2027-02-01').toBe(true)
  })
})

describe('an answer that is said of a decision which is written down after it', () => {
  const [week, later] = [{ code: 'D-APPEAL-7D', notifiedOn: '2026-10-26' } as const, '2026-11-10']

  it.each([
    ['is lost to it where it is said of another', '2026-10-26', null],
    ['is of it, though another had a request (decree 2020-1717, art. 43)', later, '2027-03-01']
  ])('%s', (_which, noticeOn, on) => {
    const kept = keptClocks([week])
    kept.act(...said('aid_asked', '2026-10-28', { noticeOn: week.notifiedOn }))
    kept.act(...said('aid_decided', '2026-12-15', { noticeOn }))
    kept.notified({ code: 'D-APPEAL-TA', notifiedOn: later })
    const clock = kept.against(later)!
    expect(clock).toMatchObject({ dueOn: '2027-01-11' })
    expect(legalEnd(clock)?.on ?? null).toBe(on)
  })
})
