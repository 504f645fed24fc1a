import fc from 'fast-check'
import { transition } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import { describe, expect, it } from 'vitest'
import { advance, open, openness } from '../../workflows/advance.ts'
import { caseMachine, type CaseEvent } from '../../workflows/case.machine.ts'
import type { Region } from '../../workflows/command.ts'
import {
  commandRow,
  commandTypes,
  regionIds,
  regionTables,
  type CommandType
} from '../../workflows/commands.ts'
import type { Situation } from '../../workflows/guards.ts'
import { closureReasons } from '../../workflows/regions/words.ts'
import {
  missingTransitions,
  statesWithoutTransition,
  transitionIds,
  transitionRow
} from '../../workflows/transitions.ts'
import type { RegionId } from '../../workflows/vocabulary.ts'
import {
  aCase,
  aMinorCase,
  acts,
  anInput,
  inputs,
  situations,
  someone,
  statesOf,
  storedStates
} from '../support/cases.ts'
import { aFlagged } from '../support/flags.ts'

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
    'unassessed no_need emergency_local placement_requested matched pre_admission housed_acse housed_dna housed_chrs_other minor_placement moved left ended waiting_list refused_by_structure declined_by_person absconded security_alert',
  residence:
    'unknown eu_or_french regular_other irregular reflection_offered reflection_running reflection_ended reflection_interrupted cst_applied cst_recepisse cst_valid cst_renewed cr10 aps_psp l425_11 humanitarian_discretion asylum_pending protected refused refused_permit appeal',
  judicial:
    'none report_art40 complaint_filed procedure_opened investigation instruction trial convicted_final acquitted_final dismissed',
  care: 'none needs_assessed plan_active plan_suspended plan_completed',
  minor:
    'not_applicable presumed_minor age_disputed information_preoccupante signalement opp_issued je_seized measure_ordered placed_distanced placed_secure placed_common runaway majority_reached',
  consent: 'not_informed informed heard consent_recorded consent_modified consent_withdrawn',
  closure:
    'open exit_planned closed_inserted closed_returned closed_lost closed_transferred_abroad closed_not_victim closed_by_person closed_deceased reopened'
}

/** Where each region starts when a flag is received, and everything its acts may be told there. */
const complained = { offences: ['225-4-1'], procedureOpen: true }
const choicesOf: Partial<Record<CommandType, Record<string, unknown>[]>> = {
  'grounds.propose': [{ opinion: 'positive' }, { opinion: 'insufficient' }],
  'case.close': Object.keys(closureReasons).map((reason) => ({ reason })),
  'consent.withdraw': [{ scopes: ['A'] }, { scopes: ['A', 'B'] }],
  'consent.record': [{ scopes: ['A', 'B'] }],
  'facts.complete': [
    { ageGroup: 'adult' },
    { ageGroup: 'minor' },
    { nationality: 'eu' },
    { nationality: 'third_country', stay: 'asylum' },
    { stay: 'regular', nationality: 'third_country' },
    { nationality: 'third_country', stay: 'irregular' }
  ]
}
const knownLater: readonly CommandType[] = ['facts.complete']

const starting: Partial<Record<RegionId, Situation>> = {
  identification: aCase({ regions: { identification: 'flagged' }, facts: { presumed: false } }),
  residence: aCase({
    regions: { residence: 'unknown' },
    facts: { ...complained, nationality: 'unknown', stay: 'unknown' }
  }),
  consent: aMinorCase({ regions: { consent: 'not_informed' }, facts: { consents: ['A'] } })
}

/** Every state of one region that its own acts reach, found by xstate's walk over the machine itself. */
const reachedIn = (region: RegionId) => {
  const types = [...Object.keys(regionTables[region].commands), ...knownLater] as CommandType[]
  const paths = getShortestPaths(caseMachine, {
    fromState: snapshotOf(starting[region] ?? aCase()),
    events: [...new Set(types)].flatMap((type) =>
      (choicesOf[type] ?? [{}]).map((input) => event(type, input))
    ),
    serializeState: ({ context: { regions, facts } }) =>
      JSON.stringify([
        regions[region],
        facts.ageGroup,
        facts.nationality,
        facts.stay,
        facts.proposal,
        facts.consents
      ]),
    limit: 5000
  })
  return new Set(paths.map(({ state }) => state.context.regions[region]))
}
const reached = Object.fromEntries(regionIds.map((region) => [region, reachedIn(region)])) as Record<
  RegionId,
  Set<string>
>

describe('the drawing', () => {
  it.each(regionIds)('%s holds each state of the mechanism and no other', (region) => {
    expect(storedStates(region).toSorted()).toEqual(drawn[region].split(' ').toSorted())
  })

  it('the only state that is not drawn is passed through, never stored', () => {
    const passed = regionIds.flatMap((region) =>
      statesOf(region).filter((state) => !storedStates(region).includes(state))
    )
    expect(passed).toEqual(['closing'])
    expect((regionTables.closure as Region).settles['closing']).toHaveLength(
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
  it.each(regionIds)('%s: a state is out of reach only while its transition is missing', (region) => {
    const planned = missingTransitions
      .map(transitionRow)
      .filter((row) => row.region === region)
      .flatMap(({ to }) => to)
    const waiting = new Set([...planned, ...(statesWithoutTransition[region] ?? [])])
    const outOfReach = storedStates(region).filter((state) => !reached[region].has(state))
    expect(outOfReach.filter((state) => !waiting.has(state))).toEqual([])
    expect((statesWithoutTransition[region] ?? []).filter((state) => !outOfReach.includes(state))).toEqual([])
  })

  it('what is still to build is known', () => {
    expect(missingTransitions.join(' ')).toBe(
      'T108 T109 T111 T207 T208 T309 T310 T311 T312 T313 T314 T401 T403 T404 T405 T406 T407 T408 T409 T410 ' +
        'T501 T502 T503 T504 T505 T602 T603 T604 T605 T606 T607 T608 T609 T610 T801 T802 T804 T806'
    )
  })

  it('facts alone reach the states of a transition without an act', () => {
    for (const id of transitionIds.filter((id) => transitionRow(id).settled))
      for (const state of transitionRow(id).to) expect(reached[transitionRow(id).region]).toContain(state)
  })
})

/** States from which no built act leaves: the end of a road, or a road whose next act is missing. */
const ends: Record<RegionId, string[]> = {
  identification: ['formally_identified'],
  housing: [],
  // A renewed permit is renewed again.
  residence: ['eu_or_french', 'cst_renewed'],
  judicial: ['complaint_filed'],
  care: ['none'],
  minor: ['information_preoccupante'],
  consent: [],
  closure: []
}

describe('no dead end', () => {
  it.each(regionIds)('%s: from each state that is reached, an act leads on', (region) => {
    const { commands, settles }: Region = regionTables[region]
    const leavesBy = (state: string) =>
      Object.values(commands).some(
        ({ from, to }) => from !== 'any' && from.includes(state) && to !== 'same' && to !== state
      ) || (settles[state] ?? []).length > 0
    expect([...reached[region]].filter((state) => !leavesBy(state))).toEqual(ends[region])
  })
})

describe('the table and the machine are one rule', () => {
  it('for any case and any act, what the table opens is what the machine takes', () => {
    fc.assert(
      fc.property(situations, acts, (situation, type) => {
        expect(snapshotOf(situation).can(event(type))).toBe(openness(situation, type).open)
      }),
      { seed: 3, numRuns: 4000 }
    )
  })

  it('an act that is not open throws: nothing is ignored', () => {
    fc.assert(
      fc.property(situations, acts, (situation, type) => {
        if (openness(situation, type).open) expect(() => advance(situation, event(type))).not.toThrow()
        else expect(() => advance(situation, event(type))).toThrow(`${type} is not open here`)
      }),
      { seed: 4, numRuns: 1500 }
    )
  })

  it('an act moves its own region; facts alone move another', () => {
    fc.assert(
      fc.property(situations, acts, (situation, type) => {
        // Facts settle first: a stored case never stands where facts already lead elsewhere.
        const settled = transition(caseMachine, snapshotOf(situation), event('clock.alert'))[0].context
        if (!openness(settled, type).open) return
        const next = advance(settled, event(type))
        const own = commandRow(type).region
        const others = regionIds.filter((id) => id !== own && next.regions[id] !== settled.regions[id])
        for (const id of others) expect(Object.keys(regionTables[id].settles)).toContain(settled.regions[id])
      }),
      { seed: 5, numRuns: 1500 }
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
          expect(next.context.regions.closure).not.toBe('closing')
          situation = { regions: next.context.regions, facts: next.context.facts }
        }
      }),
      { seed: 6, numRuns: 60 }
    )
  })
})
