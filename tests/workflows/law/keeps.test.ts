import { describe, expect, it } from 'vitest'
import type { CommandRow } from '../../../workflows/act/command.ts'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { guardsOf } from '../../../workflows/case/machine.ts'
import type { RegionId } from '../../../workflows/vocabulary/vocabulary.ts'
import { aCase, after, storedStates, withRow } from '../../support/cases.ts'

// A record that nobody expected says what was decided, of something that the file may not know: it takes nothing away of what the
// file does know, unless its row says so, and it is argued here.

/** How much a person has where a region stands. Within one rank nothing is lost by a move. */
const ranks: Partial<Record<RegionId, readonly (readonly string[])[]>> = {
  identification: [
    ['flagged', 'under_triage', 'insufficient_elements', 'review_open', 'not_confirmed'],
    ['presumed', 'formal_pending'],
    ['formally_identified'],
    ['court_recognised']
  ],
  residence: [
    ['unknown', 'irregular', 'reflection_ended', 'reflection_interrupted', 'refused_permit'],
    ['reflection_offered', 'appeal'],
    ['reflection_running', 'cst_applied'],
    ['cst_recepisse'],
    ['cst_valid', 'cst_renewed', 'aps_psp', 'l425_11', 'humanitarian_discretion', 'regular_other'],
    ['cr10', 'eu_or_french']
  ],
  asylum: [['none', 'refused'], ['pending'], ['protected']],
  // The conviction stays a fact wherever the procedure goes from there: an open one adds to it.
  judicial: [
    ['none', 'report_art40', 'dismissed', 'acquitted_final'],
    [
      ...['complaint_filed', 'procedure_opened', 'investigation', 'instruction', 'trial'],
      ...['decided', 'on_appeal', 'convicted_final']
    ]
  ],
  minor: [
    ['not_applicable', 'majority_reached'],
    ['presumed_minor', 'age_disputed', 'information_preoccupante', 'signalement', 'runaway'],
    ['opp_issued', 'je_seized'],
    ['measure_ordered', 'placed_distanced', 'placed_secure', 'placed_common']
  ]
}

const rankOf = (region: RegionId, state: string) =>
  (ranks[region] ?? []).findIndex((states) => states.includes(state))

/** Where a record leads at worst: of an asylum decision, to its refusal. */
const worst: Record<string, string> = { deciding: 'refused' }

const moving = commandTypes.filter(
  (type) => commandRow(type).records && commandRow(type).to !== 'same' && commandRow(type).region !== null
)

/** The states from which a record may come unexpected, and does what it does when expected. */
const unexpectedFrom = (type: CommandType) => {
  const { region, from, keeps } = commandRow(type)
  const mayFail = guardsOf(type).length > 0
  return storedStates(region!).filter(
    (state) =>
      state !== 'duplicate_merged' &&
      !keeps.includes(state) &&
      (mayFail || from === 'any' || !from.includes(state))
  )
}

/** What a record would take away, coming unexpected. */
const losses = (type: CommandType): string[] => {
  const { region, to } = commandRow(type)
  const reached = rankOf(region!, worst[to] ?? to)
  return unexpectedFrom(type).filter((state) => rankOf(region!, state) > reached)
}

const argued: Partial<Record<CommandType, { from: readonly string[]; because: string }>> = {
  'formal.no': {
    from: ['presumed', 'formal_pending'],
    because:
      'the demand that nobody wrote down was answered; that the person is presumed stays a fact, and opens what it opened'
  },
  'reflection.interrupt': {
    from: ['reflection_running'],
    because: 'expected there: it is what runs that is interrupted'
  },
  'permit.refuse': {
    from: ['cst_applied', 'cst_recepisse'],
    because: 'what was asked for is what is refused, whatever the file waited for; the time to appeal counts'
  },
  'permit.withdraw': {
    from: ['regular_other', 'cr10'],
    because:
      'no other act says that the prefecture took back the card that is held; the time to appeal counts'
  },
  'asylum.decision': {
    from: ['pending'],
    because: 'it decides the application, in a closed file as in an open one'
  },
  'asylum.lodged': {
    from: ['protected'],
    because: 'expected there as well: the person asks anew'
  },
  'asylum.protection_lost': {
    from: ['protected'],
    because: 'expected there: it is that protection which ends'
  },
  'opp.issue': {
    from: ['measure_ordered', 'placed_distanced', 'placed_secure', 'placed_common'],
    because: 'a newer order protects at once, nothing ends it by itself, and its eight days bring the judge'
  }
}

describe('a record that comes unexpected', () => {
  it.each(moving)('%s takes nothing away, or says why', (type) => {
    expect(losses(type)).toEqual(argued[type]?.from ?? [])
  })

  it('of every state, its region says how much the person has there', () => {
    for (const region of new Set(moving.map((type) => commandRow(type).region!)))
      for (const state of storedStates(region))
        if (!['duplicate_merged', 'transferred_territory'].includes(state))
          expect(rankOf(region, state), `${region} ${state}`).toBeGreaterThanOrEqual(0)
  })

  it.each([
    ['procedure.closed', 'convicted_final'],
    ['permit.refuse', 'cst_valid'],
    ['permit.refuse', 'appeal'],
    ['permit.withdraw', 'cst_recepisse'],
    ['ta.rejected', 'cr10'],
    ['reflection.interrupt', 'irregular'],
    ['reflection.interrupt', 'reflection_offered'],
    ['asylum.decision', 'protected'],
    ['formal.no', 'formally_identified'],
    ['place.common', 'opp_issued']
  ] as const)('would be seen: %s without what it keeps moves from %s', (type, state) => {
    const { region, keeps } = commandRow(type)
    const situation = aCase({ regions: { [region!]: state } })
    expect(after(situation, type).regions[region!]).toBe(state)
    const fewer: Partial<CommandRow> = { keeps: keeps.filter((one) => one !== state) }
    withRow(type, fewer, () => expect(unexpectedFrom(type)).toContain(state))
  })

  it('keeps the final conviction a fact whatever is written down after it, and reopens what it can', () => {
    const convicted = aCase({ regions: { judicial: 'convicted_final' }, facts: { finalOn: '2026-10-01' } })
    for (const type of ['stage.investigation', 'stage.trial', 'procedure.reopened'] as const)
      expect(after(convicted, type).facts).toMatchObject({ finalOn: '2026-10-01', procedureOpen: true })
  })

  it('leaves what is before the court what it is, although another permit is refused meanwhile', () => {
    const waiting = aCase({ regions: { residence: 'appeal' }, facts: { withdrawnPermit: 'cst_valid' } })
    const next = after(waiting, 'permit.refuse')
    expect(next.regions.residence).toBe('appeal')
    expect(next.facts.withdrawnPermit).toBe('cst_valid')
  })

  it('takes back no protection: a rejected application is about that application', () => {
    const safe = aCase({ regions: { asylum: 'protected' } })
    const decided = (decision: string) => after(safe, 'asylum.decision', { decision }).regions.asylum
    expect([decided('refused'), decided('protected')]).toEqual(['protected', 'protected'])
  })
})
