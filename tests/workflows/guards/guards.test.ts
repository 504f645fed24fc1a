import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { guards, type GuardId, type Situation } from '../../../workflows/guards/guards.ts'
import { aCase, aMinorCase } from '../../support/cases.ts'

const holds = (guard: GuardId, situation: Situation) => guards[guard].holds(situation)

/** For a guard that looks at one region: the states where it holds, against all those given. */
const inStates: [GuardId, keyof Situation['regions'], string[], string[]][] = [
  ['caseOpen', 'closure', ['open', 'exit_planned', 'reopened'], ['closed_lost', 'closed_deceased']],
  ['inThisFile', 'identification', ['flagged', 'transferred_territory'], ['duplicate_merged']],
  ['caseOver', 'closure', ['closed_lost', 'closed_inserted'], ['open', 'reopened']],
  [
    'residenceSettled',
    'residence',
    ['irregular', 'reflection_ended', 'cst_valid'],
    ['reflection_running', 'cst_applied', 'cst_recepisse']
  ],
  [
    'regularStay',
    'residence',
    [
      'regular_other',
      'unknown',
      'cst_recepisse',
      'cst_valid',
      'cst_renewed',
      'aps_psp',
      'l425_11',
      'humanitarian_discretion'
    ],
    ['irregular', 'cst_applied']
  ],
  [
    'allowanceOpens',
    'residence',
    ['reflection_running', 'cst_recepisse', 'cst_valid', 'cst_renewed'],
    ['irregular', 'cst_applied', 'cr10']
  ],
  [
    'permitRestsOnProcedure',
    'residence',
    ['cst_applied', 'cst_recepisse', 'cst_valid', 'cst_renewed', 'l425_11'],
    ['irregular', 'cr10', 'aps_psp']
  ],
  ['routeDue', 'residence', ['refused_permit', 'reflection_ended'], ['irregular', 'cr10']],
  [
    'notHoused',
    'housing',
    ['unassessed', 'left', 'ended'],
    ['placement_requested', 'matched', 'housed_acse']
  ],
  [
    'placeSought',
    'housing',
    ['placement_requested', 'waiting_list'],
    ['unassessed', 'matched', 'housed_acse']
  ],
  [
    'placePromised',
    'housing',
    ['matched', 'pre_admission'],
    ['unassessed', 'placement_requested', 'housed_acse']
  ],
  [
    'underProtection',
    'minor',
    ['presumed_minor', 'signalement', 'placed_secure', 'runaway'],
    ['not_applicable', 'majority_reached']
  ],
  [
    'beforeJudge',
    'minor',
    ['presumed_minor', 'age_disputed', 'information_preoccupante', 'signalement'],
    ['opp_issued', 'placed_common', 'not_applicable']
  ],
  ['oppPending', 'minor', ['opp_issued'], ['je_seized', 'signalement']],
  ['judgeSeized', 'minor', ['je_seized'], ['opp_issued', 'measure_ordered']],
  ['orderAwaited', 'minor', ['opp_issued', 'je_seized'], ['signalement', 'measure_ordered']],
  [
    'measured',
    'minor',
    ['measure_ordered', 'placed_distanced', 'placed_secure', 'placed_common'],
    ['je_seized', 'presumed_minor']
  ],
  ['ofAge', 'minor', ['majority_reached', 'not_applicable'], ['presumed_minor', 'placed_common']]
]

describe('a guard that looks at where one region stands', () => {
  it.each(inStates)('%s in %s', (guard, region, open, shut) => {
    const at = (state: string) => holds(guard, aCase({ regions: { [region]: state } }))
    expect(open.filter((state) => !at(state))).toEqual([])
    expect(shut.filter(at)).toEqual([])
  })

  it.each(['beforeJudge', 'oppPending', 'judgeSeized', 'orderAwaited', 'measured'] as const)(
    '%s looks, during a flight, at where protection stood before it',
    (guard) => {
      const [, , open, shut] = inStates.find(([id]) => id === guard)!
      const flown = (minorBefore: string | null) =>
        holds(
          guard,
          aMinorCase({
            regions: { minor: 'runaway' },
            facts: { minorBefore: minorBefore as Facts['minorBefore'] }
          })
        )
      expect(open.filter((state) => !flown(state))).toEqual([])
      expect([...shut, null].filter(flown)).toEqual([])
    }
  )
})

it('each guard says in both languages why not', () => {
  for (const { reason } of Object.values(guards))
    expect([reason.fr, reason.en].filter((text) => text.length < 10)).toEqual([])
})
