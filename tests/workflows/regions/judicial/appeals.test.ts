import { describe, expect, it } from 'vitest'
import { commandRow, type CommandType } from '../../../../workflows/case/commands.ts'
import { countClock } from '../../../../workflows/deadlines/count.ts'
import { deadlineRegister, type DeadlineRow } from '../../../../workflows/deadlines/deadlines.ts'
import { closesOf } from '../../../../workflows/deadlines/running/stopping.ts'
import { openedBy } from '../../../../workflows/deadlines/running/opening.ts'
import { aCase, after, refusal, stays } from '../../../support/cases.ts'
import { carriedBy } from '../../../support/lives.ts'
import { at } from './at-court.ts'

describe('a decision that may be appealed (CPP 186, 497, 380-2)', () => {
  const permit = { judicial: 'instruction', residence: 'cst_valid' }
  const before = aCase({
    regions: permit,
    facts: { procedureOpen: true, civilParty: true, offences: ['225-4-1'] }
  })

  it.each(['procedure.no_case', 'procedure.acquitted', 'conviction.pronounced'] as const)(
    '%s closes nothing: the permit is renewed while it may be appealed, and on appeal',
    (type) => {
      const rule = () => {
        const decided = after(before, type)
        expect(decided.regions.judicial).toBe('decided')
        expect(refusal(decided, 'permit.renew')).toBeNull()
        for (const appeal of ['civil.appealed', 'acquittal.appealed'] as const) {
          const appealed = after(decided, appeal)
          expect([appealed.regions.judicial, appealed.facts.procedureOpen]).toEqual(['on_appeal', true])
          expect(refusal(appealed, 'permit.renew')).toBeNull()
        }
      }
      carriedBy(type, { apply: () => ({ procedureOpen: false }) }, rule)
    }
  )

  it.each([
    ['no_case.final', 'dismissed'],
    ['acquittal.final', 'acquitted_final']
  ] as const)('%s closes it, once nobody can appeal', (type, state) => {
    const next = after(after(before, 'procedure.no_case'), type)
    expect([next.regions.judicial, next.facts.procedureOpen]).toEqual([state, false])
  })

  it('a classement is no judgment: no time to appeal, and a complaint with civil-party status after it', () => {
    expect(commandRow('procedure.closed').opens.map(({ code }) => code)).toEqual(['MNIO-ROUTE'])
    const complained = after(at('dismissed'), 'civil_party.complaint', { offences: ['225-4-1'] })
    expect(complained.regions.judicial).toBe('instruction')
    expect(complained.facts).toMatchObject({ civilParty: true, procedureOpen: true })
  })

  it('a final decision on the civil claim leaves no time to appeal against the judgments before it (CPP 464)', () => {
    expect(closesOf('civil_interests.final')).toEqual([
      'D-APPEAL-JUDGMENT',
      'D-APPEAL-ASSIZES',
      'D-APPEAL-INTERESTS',
      'D-CASSATION',
      'D-APPEAL-INCIDENT',
      'D-APPEAL-INCIDENT-ASSIZES'
    ])
  })

  const appeals = (input: Record<string, unknown>, type: CommandType = 'procedure.acquitted') =>
    openedBy(type, input, stays(before))
      .filter(({ code }) => code.startsWith('D-APPEAL'))
      .map(({ code, startsOn, inLaw }) => [code, startsOn, ...(inLaw?.doubts ?? []).map(({ id }) => id)])
  const judged = { court: 'criminal', pronouncedOn: '2026-10-01', signifiedOn: '2026-11-02' }

  it('ten days from the pronouncement for who was there or was told the day (CPP 498, first paragraph)', () => {
    for (const presence of ['present', 'informed'])
      expect(appeals({ ...judged, presence })).toEqual([['D-APPEAL-JUDGMENT', '2026-10-01']])
  })
  it('fifteen in all once another party has appealed within them (CPP 500): the safe day stays that of the ten', () => {
    const row: DeadlineRow = deadlineRegister['D-APPEAL-JUDGMENT']
    const counting = { duration: row.duration!, alerts: [], now: '2026-10-03T08:00:00Z' }
    const doubts = [{ id: 'crossAppeal' }, { id: 'afterCrossAppeal', from: '2026-10-03' }] as const
    const start = { at: '2026-10-01', territory: '69' }
    expect(countClock(row, start, { ...counting, inLaw: { hour: null, doubts } })).toMatchObject({
      dueOn: '2026-10-12',
      legal: { endOn: '2026-10-16' }
    })
  })
  it('from service for who was neither there nor told the day (CPP 498 1°)', () => {
    expect(appeals({ ...judged, presence: 'absent' })).toEqual([['D-APPEAL-JUDGMENT', '2026-11-02']])
    expect(appeals({ ...judged, presence: 'absent', signifiedOn: undefined })).toEqual([
      ['D-APPEAL-JUDGMENT', '2026-10-01', 'notServed']
    ])
  })
  it('presence unknown: a safe day from the pronouncement, the end in law from service', () => {
    expect(appeals({ ...judged, presence: 'unknown' })).toEqual([
      ['D-APPEAL-JUDGMENT', '2026-10-01', 'maybeServed']
    ])
    expect(appeals({ ...judged, presence: 'unknown', signifiedOn: undefined })).toEqual([
      ['D-APPEAL-JUDGMENT', '2026-10-01', 'maybeNotServed']
    ])
  })
  it('of an assize court by its own article (CPP 380-9), of a no-case order from its notice (CPP 186)', () => {
    const assizes = { ...judged, court: 'assizes', presence: 'present' }
    expect(appeals(assizes)).toEqual([['D-APPEAL-ASSIZES', '2026-10-01']])
    expect(appeals({ notifiedOn: '2026-10-05' }, 'procedure.no_case')).toEqual([
      ['D-APPEAL-CIVIL', '2026-10-05']
    ])
  })
  it('five days from another party’s appeal (CPP 500, 380-10) where none of hers counts, and at the latest five after the ten', () => {
    const on = { on: '2026-10-08' }
    expect(appeals({ ...on, against: 'judgment' }, 'acquittal.appealed')).toEqual([
      ['D-APPEAL-INCIDENT', '2026-10-08', 'maybeTenDaysRan']
    ])
    expect(appeals({ ...on, against: 'assizes' }, 'acquittal.appealed')).toEqual([
      ['D-APPEAL-INCIDENT-ASSIZES', '2026-10-08', 'maybeTenDaysRan']
    ])
    const yields = openedBy('acquittal.appealed', { ...on, against: 'judgment' }, stays(before))
    expect(yields).toMatchObject([{ code: 'D-APPEAL-INCIDENT', yieldsTo: 'D-APPEAL-JUDGMENT' }])
    expect(closesOf('acquittal.appealed').filter((code) => code.startsWith('D-APPEAL'))).toEqual([])
  })
})
