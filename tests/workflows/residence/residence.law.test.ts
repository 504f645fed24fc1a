import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { after, problemsOf, readyFacts, stays } from '../../support/cases.ts'
import { at, complained } from '../../support/regions/residence.ts'

// What an article says of a refusal, a judgment or a card, held against the row that cites it.

describe('the ten-year card refused with an obligation to leave (CESEDA L614-1, L614-2, L911-1)', () => {
  const notice = { decisionOn: '2026-11-20', notifiedOn: '2026-11-24' }
  const asked = after(at('cst_valid', { ...complained, finalOn: '2026-11-01' }), 'resident.apply')
  const opened = (appealWithin: string) =>
    openedBy('resident.refuse', { ...notice, appealWithin }, stays(asked)).map(({ code }) => code)

  it('is no refusal of two months where the notice says less', () => {
    for (const [within, code] of [
      ['one_month', 'D-APPEAL-OTHER-OQTF'],
      ['seven_days', 'D-APPEAL-OTHER-7D'],
      ['forty_eight_hours', 'D-APPEAL-OTHER-48H']
    ] as const) {
      expect(opened(within)).toContain(code)
      expect(opened(within)).not.toContain('D-APPEAL-OTHER-TA')
    }
    expect(opened('two_months')).toContain('D-APPEAL-OTHER-TA')
    expect(commandRow('resident.refuse').basis).toEqual(
      expect.arrayContaining(['CESEDA.L614-1', 'CESEDA.L911-1', 'CESEDA.L921-1', 'CESEDA.L921-2'])
    )
  })

  it('is notified after it is decided, and comes with no such obligation while reflection runs', () => {
    const codes = (input: object, facts = {}) =>
      problemsOf('resident.refuse', { ...notice, ...input }, { ...readyFacts, ...facts }).map(
        ({ code }) => code
      )
    expect(codes({ appealWithin: 'one_month' }, { removalBar: true })).toEqual(['removal_barred'])
    expect(codes({ appealWithin: 'two_months', notifiedOn: '2026-11-19' })).toEqual(['too_early'])
    expect(codes({ appealWithin: 'one_month' })).toEqual([])
  })
})
