import { describe, expect, it } from 'vitest'
import type { Configuration } from '../../../workflows/configuration/configuration.ts'
import { movePreview, movingCodes, type RunningClock } from '../../../workflows/configuration/move.ts'
import { openDeadline, type DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'
import { september2026 as first } from '../../../workflows/configuration/versions/2026-09.ts'

const version = (different: Partial<Configuration> = {}): Configuration => ({
  ...first,
  version: '2026-12',
  effectiveOn: '2026-12-01',
  ...different
})
const withDuration = (code: keyof Configuration['durations'], n: number) =>
  version({ durations: { ...first.durations, [code]: { ...first.durations[code], n } } })

describe('moving a running case to another version', () => {
  const now = '2026-11-24T11:00:00Z'
  const momentOf = (start: string) => (start.length > 10 ? start : null)
  const clock = (code: DeadlineCode, start: string, config = first): RunningClock => {
    const { startsOn, dueOn, dueAt } = openDeadline(code, start, '69', { now, config })
    return { id: code, code, startsOn, dueOn, dueAt, startedAt: momentOf(start), stood: [] }
  }
  const between = (to: Configuration) => ({ from: first, to, now })
  const preview = (to: Configuration, clocks: RunningClock[], deciding = false) =>
    movePreview({ territory: '69', deciding, clocks }, between(to))

  it('never moves a clock of the law, nor one whose length is the same', () => {
    const longer = version({
      durations: {
        ...first.durations,
        'MNIO-RG': { n: 8, unit: 'workingDays' },
        'D-REFLEX': { n: 3, unit: 'days' }
      } as never
    })
    expect(movingCodes(between(longer))).toEqual(['MNIO-RG'])
    const moves = preview(longer, [clock('D-REFLEX', now), clock('MNIO-TRIAGE', now), clock('MNIO-RG', now)])
    expect(moves.clocks.map(({ code }) => code)).toEqual(['MNIO-RG'])
    expect(moves.clocks[0]).toMatchObject({
      daysMoved: 3,
      over: false,
      kept: false,
      after: { startsOn: '2026-11-24', dueOn: '2026-12-04' }
    })
  })

  it('counts hours from the very instant they were counted from', () => {
    const to = withDuration('MNIO-EMG', 6)
    const [moved] = preview(to, [clock('MNIO-EMG', '2026-11-24T10:17:33.250Z')]).clocks
    expect(moved!.after.dueAt).toBe('2026-11-24T16:17:33.250Z')
    const [back] = movePreview(
      { territory: '69', deciding: false, clocks: [{ ...moved!.before, ...moved!.after, id: 'x' }] },
      { from: to, to: first, now }
    ).clocks
    expect(back!.after.dueAt).toBe('2026-11-24T14:17:33.250Z')
  })

  it('leaves a clock that acts by itself where it is, if its new time were already over', () => {
    const shorter = withDuration('MNIO-CONTACT', 10)
    const [lost] = preview(shorter, [clock('MNIO-CONTACT', '2026-11-01')]).clocks
    expect(lost).toMatchObject({ over: true, kept: true })
    const [asked] = preview(withDuration('MNIO-RG', 1), [clock('MNIO-RG', '2026-11-16')]).clocks
    expect(asked).toMatchObject({ over: true, kept: false })
  })

  it('leaves a clock that has stood still', () => {
    const still = {
      ...clock('MNIO-RG', now),
      stood: [{ from: '2026-11-25T10:00:00Z', to: '2026-11-26T10:00:00Z' }]
    }
    expect(preview(withDuration('MNIO-RG', 8), [still]).clocks[0]).toMatchObject({ kept: true })
  })

  it('says what two voices will need to a case that awaits a decision, and to no other', () => {
    const quorum = version({ quorum: { members: 4, institutions: 3, mustInclude: [] } })
    expect(preview(quorum, [], true).quorum.map(({ fr }) => fr)).toEqual([
      'Quorum, institutions : 3 (avant : 2)',
      'Par deux avis, hors réunion, plus rien ne se décide : deux avis ne font que deux institutions',
      'Quorum, doit comprendre : personne (avant : associations)'
    ])
    expect(preview(quorum, []).quorum).toEqual([])
  })

  it('says nothing of how many members a meeting needs: it follows its own version, not that of its cases', () => {
    const members = version({ quorum: { ...first.quorum, members: 4 } })
    expect(preview(members, [], true).quorum).toEqual([])
  })
})
