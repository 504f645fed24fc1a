import fc from 'fast-check'
import { transition } from 'xstate'
import { describe, expect, it } from 'vitest'
import { advance, isExpected, open, openness } from '../../../workflows/case/advance.ts'
import { caseMachine, staysFrom, type CaseEvent } from '../../../workflows/case/machine.ts'
import type { Region } from '../../../workflows/act/command.ts'
import {
  commandRow,
  commandTypes,
  regionIds,
  regionTables,
  type CommandType
} from '../../../workflows/case/commands.ts'
import type { Situation } from '../../../workflows/guards/guards.ts'
import { closureReasons } from '../../../workflows/vocabulary/words.ts'
import { transitionIds, transitionRow } from '../../../workflows/vocabulary/transitions.ts'
import type { RegionId } from '../../../workflows/vocabulary/vocabulary.ts'
import {
  aCase,
  acts,
  anInput,
  inputs,
  situations,
  someone,
  statesOf,
  storedStates
} from '../../support/cases.ts'
import { aFlagged } from '../../../verify/flags.ts'
import type { Move } from '../../../verify/walk/reached.ts'
import { explore } from '../../../verify/walk/explore.ts'
import { keyOf } from '../../../verify/facts.ts'
import { inputsOf } from '../../../verify/inputs.ts'
import { starts } from '../../../verify/walk/starts.ts'
import { by, stride } from '../../../verify/walk/step.ts'

const snapshotOf = ({ regions, facts }: Situation) =>
  caseMachine.resolveState({ value: regions as never, context: { regions, facts } })
const event = (type: CommandType, input: Record<string, unknown> = {}): CaseEvent => ({
  type,
  input: anInput(type, input),
  by: someone
})

/** The mechanism's own drawing. What it lays over a region (civil party, ad hoc guardian…) is no state of it. */
const drawn: Record<RegionId, string> = {
  identification:
    'flagged under_triage presumed formal_pending formally_identified not_confirmed insufficient_elements duplicate_merged transferred_territory court_recognised review_open',
  housing:
    'unassessed no_need emergency_local placement_requested matched pre_admission housed_acse housed_chrs_other minor_placement moved left ended waiting_list refused_by_structure declined_by_person absconded security_alert',
  asylum_housing:
    'unassessed placement_requested waiting_list refused_by_structure matched housed security_alert left absconded declined_by_person ended',
  residence:
    'unknown eu_or_french regular_other irregular reflection_offered reflection_running reflection_ended reflection_interrupted cst_applied cst_recepisse cst_valid cst_renewed cr10 aps_psp l425_11 humanitarian_discretion refused_permit appeal',
  asylum: 'none pending protected refused',
  judicial:
    'none report_art40 complaint_filed procedure_opened investigation instruction trial decided on_appeal convicted_final acquitted_final dismissed',
  care: 'none needs_assessed plan_active plan_suspended plan_completed',
  minor:
    'not_applicable presumed_minor age_disputed information_preoccupante signalement opp_issued je_seized measure_ordered placed_distanced placed_secure placed_common runaway majority_reached',
  consent: 'not_informed informed heard',
  closure:
    'open exit_planned closed_inserted closed_returned closed_lost closed_transferred_abroad closed_not_victim closed_by_person closed_deceased closed_in_error reopened'
}

/** One move in so many of those offered is given to the machine as well. */
const sampled = 97
const sample: Move[] = []
let moves = 0
const look = (move: () => Move) => {
  moves += 1
  if (moves % sampled === 0) sample.push(move())
}
const reached = Object.fromEntries(regionIds.map((id) => [id, new Set<string>()])) as Record<
  RegionId,
  Set<string>
>
for (const id of regionIds) {
  const found = explore([id], look)
  for (const one of regionIds) for (const state of found.reached[one]) reached[one].add(state)
}

/** A few states wait for another region, far from the start: here two cases are one that stand alike. */
const further = (ids: readonly RegionId[]) => {
  const types = commandTypes.filter((type) => ids.includes(commandRow(type).region ?? 'care'))
  const alike = ({ regions, facts: { proposal, presumed, finalOn, transfer, offences } }: Situation) =>
    JSON.stringify([
      ids.map((id) => regions[id]),
      proposal?.opinion,
      presumed,
      !!finalOn,
      !!transfer,
      offences.includes('225-4-1')
    ])
  const queue = starts()
  const seen = new Set(queue.map(alike))
  for (const before of queue)
    for (const type of types.filter((type) => isExpected(before, type)))
      for (const input of inputsOf(type)) {
        const after = stride(before, type, input)
        for (const id of ids) reached[id].add(after.regions[id])
        if (seen.has(alike(after))) continue
        seen.add(alike(after))
        queue.push(after)
      }
}
further(['identification'])
further(['identification', 'judicial'])
further(['judicial', 'residence'])
further(['asylum_housing', 'closure'])

describe('the drawing', () => {
  it.each(regionIds)('%s holds each state of the mechanism and no other', (region) => {
    expect(storedStates(region).toSorted()).toEqual(drawn[region].split(' ').toSorted())
  })

  it('the only states that are not drawn are passed through, never stored', () => {
    const passed = regionIds.flatMap((region) =>
      statesOf(region).filter((state) => !storedStates(region).includes(state))
    )
    expect(passed.toSorted()).toEqual(['closing', 'deciding', 'restoring'])
    expect((regionTables.closure as Region).always['closing']).toHaveLength(
      Object.keys(closureReasons).length
    )
  })

  it('a transition leads only to states that are drawn', () => {
    for (const id of transitionIds) {
      const { region, to } = transitionRow(id)
      for (const state of to) expect(storedStates(region)).toContain(state)
    }
  })

  it('each act bears the number of a transition', () => {
    for (const type of commandTypes) expect(transitionIds).toContain(commandRow(type).transition)
  })
})

describe('what can be reached', () => {
  it.each(regionIds)('%s: no state is out of reach', (region) => {
    expect(storedStates(region).filter((state) => !reached[region].has(state))).toEqual([])
  })

  it('no transition of the mechanism waits for an act, but where facts alone settle it', () => {
    const built = new Set(commandTypes.map((type) => commandRow(type).transition))
    expect(transitionIds.filter((id) => !built.has(id) && !transitionRow(id).settledBy)).toEqual([])
  })

  it('facts alone reach the states of a transition without an act', () => {
    for (const id of transitionIds.filter((id) => transitionRow(id).settledBy))
      for (const state of transitionRow(id).to) expect(reached[transitionRow(id).region]).toContain(state)
  })
})

/** States from which no act leads to another: the end of a road, while the other regions go on. */
const ends: Record<RegionId, string[]> = {
  identification: [],
  housing: [],
  asylum_housing: [],
  residence: ['cr10'],
  asylum: [],
  judicial: ['convicted_final'],
  care: [],
  minor: [],
  consent: [],
  closure: []
}

describe('no dead end', () => {
  it.each(regionIds)('%s: from each state that is reached, an act leads on', (region) => {
    const { commands, always }: Region = regionTables[region]
    const leavesBy = (state: string) =>
      Object.values(commands).some(
        (row) => row.from !== 'any' && row.from.includes(state) && !staysFrom(row, state) && row.to !== state
      ) || (always[state] ?? []).length > 0
    expect([...reached[region]].filter((state) => !leavesBy(state))).toEqual(ends[region])
  })
})

describe('the table and the machine are one rule', () => {
  it('a move read from the tables is the move that the machine makes', () => {
    expect(sample.length).toBeGreaterThan(100)
    for (const { before, type, input, after } of sample)
      expect(keyOf(advance(before, { type, input, by })), type).toBe(keyOf(after))
  })

  it('for any case and any act, what the table opens is what the machine takes', () => {
    fc.assert(
      fc.property(situations, acts, (situation, type) => {
        expect(snapshotOf(situation).can(event(type))).toBe(openness(situation, type).open)
      }),
      { seed: 3, numRuns: 2000 }
    )
  })

  it('an act that is not open throws: nothing is ignored', () => {
    fc.assert(
      fc.property(situations, acts, (situation, type) => {
        if (openness(situation, type).open) expect(() => advance(situation, event(type))).not.toThrow()
        else expect(() => advance(situation, event(type))).toThrow(`${type} is not open here`)
      }),
      { seed: 4, numRuns: 800 }
    )
  })

  it('an act moves its own region; facts alone move another', () => {
    fc.assert(
      fc.property(situations, acts, (situation, type) => {
        // Facts settle first: a stored case never stands where facts already lead elsewhere.
        const settled = transition(caseMachine, snapshotOf(situation), event('clock.alert'))[0].context
        if (!isExpected(settled, type)) return
        const next = advance(settled, event(type))
        const own = commandRow(type).region
        const others = regionIds.filter((id) => id !== own && next.regions[id] !== settled.regions[id])
        for (const id of others) expect(Object.keys(regionTables[id].always)).toContain(settled.regions[id])
      }),
      { seed: 5, numRuns: 300 }
    )
  })

  it('a state that nobody declared is an error, never a default', () => {
    expect(() => advance(aCase({ regions: { housing: 'somewhere' } }), event('acse.request'))).toThrow()
    expect(() => advance(aCase({ regions: { closure: 'gone' } }), event('clock.alert'))).toThrow()
  })
})

describe('any life of a case', () => {
  it('keeps the stored regions and the machine’s own value equal, step by step', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        let situation = open(aFlagged({ ageGroup: draw(fc.constantFrom, 'adult', 'minor', 'doubt') }))
        for (let step = 0; step < 25; step += 1) {
          const possible = commandTypes.filter((type) => openness(situation, type).open)
          const type = draw(fc.constantFrom, ...possible)
          const input = draw(inputs, commandRow(type).input)
          const [next] = transition(caseMachine, snapshotOf(situation), { type, input, by: someone })
          expect(next.context.regions).toEqual(next.value)
          expect(advance(situation, { type, input, by: someone }).regions).toEqual(next.context.regions)
          expect(next.context.regions.closure).not.toBe('closing')
          expect(next.context.regions.identification).not.toBe('restoring')
          situation = { regions: next.context.regions, facts: next.context.facts }
        }
      }),
      { seed: 6, numRuns: 25 }
    )
  })
})
