import { describe, expect, it } from 'vitest'
import { legalEnd, type DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'
import { decisionsOf, type Kept } from '../../../../workflows/deadlines/counted/decisions.ts'
import { keptClocks, type Decision } from '../running/kept-clocks.ts'

// What counting in the order of writing did not see, each as one life of one person.

type Said = [what: string, on: string, more?: object]

const after = (about: 'permit' | 'removal', decisions: readonly Decision[], acts: readonly Said[]) => {
  const kept = keptClocks(decisions)
  for (const [what, on, more] of acts) kept.act('appeal.time', { what, about, on, ...more })
  return (notifiedOn: string) => {
    const clock = kept.against(notifiedOn)!
    const end = legalEnd(clock)
    return { safe: clock.dueOn, law: end === null ? clock.dueOn : end.on, clock }
  }
}
const decision = (code: DeadlineCode, notifiedOn: string): Decision => ({ code, notifiedOn })

describe('a time to appeal, by all the acts upon it', () => {
  it('is not moved by an answer that may be to what was asked of seven days, which nothing lengthens (CESEDA R921-3)', () => {
    const two = [decision('D-APPEAL-TA', '2026-10-01'), decision('D-APPEAL-7D', '2026-11-10')]
    const acts: Said[] = [
      ['aid_asked', '2026-11-12', { noticeOn: '2026-11-10' }],
      ['aid_asked', '2026-11-13', { noticeOn: '2026-11-10' }],
      ['aid_decided', '2026-12-01']
    ]
    expect(after('permit', two, acts)('2026-10-01')).toMatchObject({ safe: '2026-12-02' })
  })

  it('is bound by a detention that is said of another obligation, though its day was moved since (CESEDA R921-1)', () => {
    const two = [decision('D-APPEAL-OQTF', '2026-10-26'), decision('D-APPEAL-OQTF', '2026-11-09')]
    const acts: Said[] = [
      ['aid_asked', '2026-11-12', { noticeOn: '2026-10-26' }],
      ['aid_decided', '2026-11-20', { noticeOn: '2026-10-26' }],
      ['detention_centre', '2026-11-24', { noticeOn: '2026-11-09', at: '09:00' }]
    ]
    const { safe, law } = after('permit', two, acts)('2026-10-26')
    expect(safe).toBe('2026-11-25')
    expect(law! >= '2027-01-06').toBe(true)
  })

  it('ends in law no sooner than the seven days of an arrest of its last days, said of another (CESEDA R921-1)', () => {
    const two = [decision('D-APPEAL-LEAVE', '2026-10-26'), decision('D-APPEAL-LEAVE', '2026-11-09')]
    const acts: Said[] = [['prison', '2026-11-26', { noticeOn: '2026-11-09' }]]
    expect(after('removal', two, acts)('2026-10-26')).toMatchObject({ safe: '2026-11-27', law: '2026-12-04' })
  })

  it('counts from an answer that is corrected, and ends in law by the other (CJA R421-1)', () => {
    const acts: Said[] = [
      ['gracious_rejected', '2026-11-20', { askedOn: '2026-10-05' }],
      ['gracious_rejected', '2026-11-10', { askedOn: '2026-10-05' }]
    ]
    const one = after('permit', [decision('D-APPEAL-TA', '2026-10-01')], acts)('2026-10-01')
    expect(one).toMatchObject({ safe: '2027-01-11', law: '2027-01-21' })
  })

  it('goes on waiting for what was asked after an answer (decree 2020-1717, art. 43)', () => {
    const acts: Said[] = [
      ['aid_asked', '2026-11-20'],
      ['aid_decided', '2026-11-12']
    ]
    const one = after('permit', [decision('D-APPEAL-TA', '2026-10-01')], acts)('2026-10-01')
    expect(one).toMatchObject({ safe: '2026-12-02', law: null })
  })

  it('waits for nothing once it is cut to seven days, which allow no extension (CESEDA R921-3)', () => {
    const acts: Said[] = [
      ['aid_asked', '2026-11-10'],
      ['prison', '2026-11-12'],
      ['detention_centre', '2026-11-25', { at: '09:00' }]
    ]
    const one = after('removal', [decision('D-APPEAL-LEAVE', '2026-11-09')], acts)('2026-11-09')
    expect(one).toMatchObject({ safe: '2026-11-19' })
  })

  it('may wait for what was asked before it was cut, and says by which text (CESEDA R911-9)', () => {
    const acts: Said[] = [
      ['aid_asked', '2026-11-10'],
      ['prison', '2026-11-12']
    ]
    const { safe, law, clock } = after(
      'removal',
      [decision('D-APPEAL-LEAVE', '2026-11-09')],
      acts
    )('2026-11-09')
    expect({ safe, law }).toEqual({ safe: '2026-11-19', law: null })
    expect(clock.inLaw!.doubts.map(({ id }) => id)).toEqual(['aidBeforeCut'])
  })

  it('is that of its own request, though aid was asked for another decision on that day (decree 2020-1717, art. 43)', () => {
    const two = [decision('D-APPEAL-TA', '2026-10-01'), decision('D-APPEAL-TA', '2026-10-05')]
    const [first, second] = two.map(({ notifiedOn }) => ({ askedOn: '2026-11-12', noticeOn: notifiedOn }))
    const acts: Said[] = [
      ['aid_decided', '2026-12-01', first!],
      ['aid_decided', '2026-12-01', second!]
    ]
    for (const all of [acts, acts.toReversed()])
      for (const { notifiedOn } of two)
        expect(after('permit', two, all)(notifiedOn)).toMatchObject({ safe: '2027-02-02', law: '2027-02-17' })
  })

  it('may be that of another request of the same day, answered since by that day alone (decree 2020-1717, art. 43)', () => {
    const two = [decision('D-APPEAL-TA', '2026-10-01'), decision('D-APPEAL-TA', '2026-10-05')]
    const acts: Said[] = [
      ['aid_decided', '2026-12-01', { askedOn: '2026-11-12', noticeOn: '2026-10-01' }],
      ['aid_decided', '2026-12-03', { askedOn: '2026-11-12' }]
    ]
    for (const all of [acts, acts.toReversed()]) {
      const told = after('permit', two, all)
      expect(told('2026-10-01')).toMatchObject({ safe: '2027-02-02' })
      expect(told('2026-10-05')).toMatchObject({ safe: '2026-12-07', law: '2027-02-19' })
    }
  })

  it('is that of its own request, though aid was asked for on that day of another kind of decision (art. 43)', () => {
    const kept = keptClocks([decision('D-APPEAL-TA', '2026-10-01'), decision('D-APPEAL-LEAVE', '2026-11-09')])
    kept.act('appeal.time', { what: 'aid_asked', about: 'permit', on: '2026-11-12' })
    kept.act('appeal.time', {
      ...{ what: 'aid_decided', about: 'removal' },
      ...{ on: '2026-12-01', askedOn: '2026-11-12' }
    })
    expect(kept.against('2026-11-09')).toMatchObject({ dueOn: '2027-01-04' })
  })

  it('is what is asked of nobody, where the other was over that day (CJA R421-1)', () => {
    const two = [decision('D-APPEAL-TA', '2026-10-01'), decision('D-APPEAL-TA', '2026-11-02')]
    const acts: Said[] = [
      ['aid_asked', '2026-12-14'],
      ['aid_decided', '2026-12-20']
    ]
    const told = after('permit', two, acts)
    expect(told('2026-10-01')).toMatchObject({ safe: '2026-12-02' })
    expect(told('2026-11-02')).toMatchObject({ safe: '2027-02-22' })
  })

  it('is the nearest, and has no end in law, where its meanings are too many to be lived', () => {
    const all = [1, 2, 3, 4].map((day) => decision('D-APPEAL-OQTF', `2026-11-0${day}`))
    const acts = Array.from({ length: 14 }, (_, at): Said => {
      const what = ['aid_asked', 'aid_decided', 'prison', 'detention_centre'][at % 4]!
      return [what, `2026-11-${10 + at}`, { noticeOn: '2026-10-30' }]
    })
    const { safe, law, clock } = after('permit', all, acts)('2026-11-01')
    expect({ safe, law }).toEqual({ safe: '2026-11-14', law: null })
    expect(clock.inLaw!.doubts.map(({ id }) => id)).toContain('tooManyMeanings')
  })
})

describe('the decisions of a case, by the clocks that it has had', () => {
  const kept = (code: DeadlineCode, state: Kept['state'], startsOn: string, notice?: string): Kept => ({
    ...{ code, state, startsOn },
    inLaw: notice === undefined ? null : { hour: null, doubts: [], notice }
  })
  const known = (rows: readonly Kept[]) => decisionsOf(rows, { territory: '69', filed: [] })

  it('are one where a time gave way to a shorter one, known by every day that it counted from', () => {
    const rows = [
      kept('D-APPEAL-LEAVE', 'stopped', '2026-11-09'),
      kept('D-APPEAL-LEAVE-7D', 'running', '2026-11-16', '2026-11-09')
    ]
    expect(known(rows)).toMatchObject([
      {
        live: rows[1],
        decision: {
          code: 'D-APPEAL-LEAVE',
          notice: '2026-11-09',
          days: ['2026-11-09', '2026-11-16'],
          over: false
        }
      }
    ])
  })

  it.each([
    ['permit.refuse', { notifiedOn: '2026-10-01', appealWithin: 'two_months' }, false],
    ['permit.refused', { bornOn: '2026-10-01' }, true]
  ] as const)('are of silence by what wrote them down: %s (CRPA L232-4)', (command, input, silence) => {
    const rows = [kept('D-APPEAL-TA', 'running', '2026-10-01')]
    const [one] = decisionsOf(rows, { territory: '69', filed: [{ command, input }] })
    expect(one!.decision).toMatchObject({ silence })
    expect(known(rows)[0]!.decision).toMatchObject({ silence: false })
  })

  it.each([
    ['by silence on another day', [{ bornOn: '2026-09-01' }]],
    ['by silence and by a notice of that day', [{ bornOn: '2026-10-01' }, { notifiedOn: '2026-10-01' }]]
  ])('are not of silence where what was refused was refused %s (CRPA L232-4)', (_, inputs) => {
    const filed = inputs.map((input) => ({
      command: 'bornOn' in input ? ('permit.refused' as const) : ('permit.refuse' as const),
      input: { appealWithin: 'two_months', ...input }
    }))
    const [one] = decisionsOf([kept('D-APPEAL-TA', 'running', '2026-10-01')], { territory: '69', filed })
    expect(one!.decision).toMatchObject({ silence: false })
  })

  it('leave to their notice what it left in doubt, and not what acts did since', () => {
    const doubts = [{ id: 'aidAsked' as const }, { id: 'unacknowledged' as const }]
    const row = { ...kept('D-APPEAL-TA', 'running', '2026-10-01'), inLaw: { hour: null, doubts } }
    expect(known([row])).toMatchObject([{ decision: { own: { doubts: doubts.slice(1) } } }])
  })

  it('are over where nothing counts them any more, and two where two of one day count', () => {
    const [over, ...two] = [
      kept('D-APPEAL-TA', 'stopped', '2026-10-01'),
      kept('D-APPEAL-OQTF', 'running', '2026-11-09'),
      kept('D-APPEAL-7D', 'fired', '2026-11-09')
    ]
    expect(known([over!])).toMatchObject([{ live: null, decision: { over: true } }])
    expect(known(two)).toMatchObject(two.map((live) => ({ live, decision: { code: live.code } })))
  })
})
