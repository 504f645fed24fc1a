import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dutiesOf, type Clock } from '../../policies/awaited.ts'
import { deadlineClass } from '../../policies/disclosure.ts'
import { maySee, seesWhole, sight } from '../../policies/data-classes.ts'
import { toldCase } from '../../policies/action-availability.ts'
import { sightOf } from '../../policies/sight.ts'
import { openness } from '../../workflows/case/advance.ts'
import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { deadlineCodes, deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import type { Facts, PermitAsked } from '../../workflows/facts/facts.ts'
import { besideUnanswered } from '../../workflows/guards/asked.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import type { DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import { openedBy, type Move } from '../../workflows/deadlines/running/opening.ts'
import { answersOf, closesOf } from '../../workflows/deadlines/running/stopping.ts'
import { stillCounts } from '../../workflows/deadlines/running/validity.ts'
import { awaited, clock, everyCapacity, hour, now } from '../support/awaited.ts'
import { after, anInput, situations, storedStates } from '../support/cases.ts'
import { at, complained } from '../support/regions/residence.ts'

const awaitable = commandTypes.filter((type) => Object.values(dutiesOf).flat().includes(type))

/** Of what is left before the prefecture, what the same act may answer. */
const issuedAs: Partial<Record<CommandType, readonly PermitAsked[]>> = {
  'permit.issue': ['l425_1', 'unsaid'],
  'unworthy_housing.issue': ['l425_11'],
  'discretion.issue': ['discretion'],
  'resident.issue': ['l425_3'],
  'coming_of_age.issue': ['l425_1', 'l425_3', 'l425_11', 'discretion', 'coming_of_age', 'unsaid']
}

/** A case in a state where the act is open, if its facts allow it, with every clock that it answers. */
const ready = fc
  .tuple(fc.constantFrom(...awaitable), situations, fc.nat(), fc.integer({ min: -300, max: 300 }))
  .map(([type, { facts, regions }, pick, hours]) => {
    const { region, from } = commandRow(type)
    const states = region === null ? [] : from === 'any' ? storedStates(region) : from
    const situation = {
      facts,
      regions: region === null ? regions : { ...regions, [region]: states[pick % states.length] }
    } as Situation
    return { type, situation, clocks: answersOf(type).map((code) => clock(code, hours || 1, true)) }
  })

/** The clocks as the act leaves them: its own stopped, those that it opens anew with their first alert still to come. */
const clocksAfter = (type: CommandType, move: Move, clocks: readonly Clock[]): Clock[] => {
  const stopped: readonly string[] = closesOf(type)
  const opened = openedBy(type, anInput(type), move)
  const goingOn = clocks.filter(
    ({ code }) =>
      !stopped.includes(code) &&
      stillCounts(code as DeadlineCode, move.after) &&
      !opened.some((one) => one.code === code && one.restarts)
  )
  const started = opened.map(({ code }) => clock(code, 4000))
  return [...goingOn, ...started]
}

// Of an offer the structure's answer is awaited, and of consents those that she did not give again.
const goesOn: readonly CommandType[] = ['acse.offer', 'dna.offer', 'minor.placement_offer', 'consent.record']

describe('over every act and every case', () => {
  it('what is waited for has its own clock, which the reader may know of, and is open', () => {
    fc.assert(
      fc.property(ready, fc.constantFrom(...everyCapacity), ({ situation, clocks }, capacity) => {
        for (const { act, clock: own } of awaited(situation, capacity, clocks)) {
          expect(openness(toldCase(situation, sightOf([capacity], situation.facts)), act).open).toBe(true)
          if (own === null) continue
          expect(answersOf(act)).toContain(own.code)
          expect(seesWhole(deadlineClass(own.code), capacity, situation.facts)).toBe(true)
        }
      }),
      { numRuns: 2000 }
    )
  })

  it('what is done is waited for no more, until its clock comes round', () => {
    const done = new Set<CommandType>()
    fc.assert(
      fc.property(ready, fc.constantFrom(...everyCapacity), ({ type, situation, clocks }, capacity) => {
        const before = awaited(situation, capacity, clocks).find(({ act }) => act === type)
        if (!before || goesOn.includes(type)) return
        done.add(type)
        const next = after(situation, type)
        const again = awaited(
          next,
          capacity,
          clocksAfter(type, { before: situation, after: next }, clocks)
        ).find(({ act }) => act === type)
        // What else is asked for keeps its own silence, whichever permit is issued (R432-2): the same act answers it where the case does
        // not know the kind, or the same was asked for twice; that of the young adult renews a stay that may be another.
        const left = besideUnanswered(next.facts).map(({ permit }) => permit)
        const mayBeIts = left.some((permit) => issuedAs[type]?.includes(permit))
        const ofAnother = again?.clock?.code === 'D-SILENCE-OTHER' && mayBeIts
        if (again && !ofAnother)
          expect(again.clock?.dueAt.getTime()).toBeGreaterThan(now.getTime() + 3000 * hour)
      }),
      { numRuns: 20_000, seed: 2026 }
    )
    expect(awaitable.length - done.size).toBeLessThan(30)
  })

  it('the silence on one permit calls for no other that nobody asked for, a renewal by its own (R432-2)', () => {
    const facts = { ...complained, offences: ['225-14'], stay: 'regular' }
    const beside = { permit: 'discretion', on: '2026-08-01', over: false } as const
    const called = (asked: object, code: DeadlineCode) =>
      awaited(at('l425_11', { ...facts, ...asked }), 'prefecture', [clock(code, 1, true)])
        .map(({ act }) => act)
        .filter((act) => act.endsWith('.issue'))
    // The young adult's is still called: a stay of which the case does not know the kind may be renewed by it.
    expect(called({ otherPermit: 'asked', asksBeside: [beside] }, 'D-SILENCE-OTHER').toSorted()).toEqual([
      'coming_of_age.issue',
      'discretion.issue'
    ])
    expect(called({ renewalAsked: true }, 'D-SILENCE')).toContain('unworthy_housing.issue')
  })

  const blindTo = (dataClass: DataClass) =>
    everyCapacity.filter((capacity) => !(sight[capacity].classes as readonly string[]).includes(dataClass))

  it('nothing moves as she finds a roof or leaves one, for who is not told of it', () => {
    const roofs = fc.constantFrom(...storedStates('housing'))
    const whose = fc.constantFrom(null, 'acse' as const)
    fc.assert(
      fc.property(
        ready,
        fc.constantFrom(...blindTo('K')),
        fc.tuple(roofs, whose),
        (one, capacity, [housing, bed]) => {
          const { facts, regions } = one.situation
          const moved = {
            facts: {
              ...facts,
              bed,
              host: bed,
              holdExtended: !facts.holdExtended,
              rehousing: !facts.rehousing
            },
            regions: { ...regions, housing }
          } as Situation
          expect(awaited(moved, capacity, one.clocks)).toEqual(awaited(one.situation, capacity, one.clocks))
        }
      ),
      { numRuns: 4000 }
    )
  })

  it('nothing moves as asylum is sought or refused, for who is not told of it', () => {
    const standing = {
      residence: 'irregular',
      asylum: 'none',
      closure: 'open',
      identification: 'presumed'
    } as const
    const without = everyCapacity.filter(
      (capacity) => !maySee('I', capacity, { consents: [], ageGroup: 'adult' })
    )
    fc.assert(
      fc.property(ready, fc.constantFrom(...without), ({ situation, clocks }, capacity) => {
        const facts: Facts = {
          ...situation.facts,
          ...{ asylumClaim: false, asylumLink: false, stay: 'irregular', ageGroup: 'adult' },
          consents: situation.facts.consents.filter((scope) => scope !== 'D')
        }
        const before: Situation = { facts, regions: { ...situation.regions, ...standing } }
        // Facts that no life brings together settle at the first step: both are taken after one that moves nothing.
        const known = after(
          { ...before, facts: { ...facts, nationality: 'third_country', otherPermit: 'none' } },
          'clock.alert'
        )
        const seeking = after(known, 'asylum.lodged')
        const refused = after(seeking, 'asylum.decision', { decision: 'refused' })
        for (const now of [seeking, refused])
          expect(awaited(now, capacity, clocks)).toEqual(awaited(known, capacity, clocks))
      }),
      { numRuns: 2000 }
    )
  })

  it('of a child nothing that is an adult’s', () => {
    const ofAdults: readonly CommandType[] = [
      ...(['reflection.offer', 'acse.offer', 'dna.offer', 'psp.decision', 'case.close_lost'] as const),
      'residence.route'
    ]
    fc.assert(
      fc.property(ready, fc.constantFrom(...everyCapacity), ({ situation }, capacity) => {
        const facts = { ...situation.facts, ageGroup: 'minor' as const }
        const acts = awaited({ ...situation, facts }, capacity).map(({ act }) => act)
        expect(acts.filter((act) => ofAdults.includes(act))).toEqual([])
      }),
      { numRuns: 2000 }
    )
  })
})

/** What nobody in a case answers: somebody outside it does, time alone does, or she chooses among several acts. */
const answeredByNobody: readonly DeadlineCode[] = [
  ...(['D-ADA', 'D-CR', 'D-CR-END', 'D-ASILE-SEJOUR', 'D-TRANSFER', 'D-TRANSFER-2013'] as const),
  ...(['D-HELD-ZONE', 'D-HELD-DETENTION', 'D-HELD-ASYLUM', 'D-HELD-UNTIL', 'D-ASYLUM-CE'] as const),
  ...(['D-FGTI-OFFER', 'D-FGTI-PAY'] as const),
  ...(['D-LIMIT', 'D-LIMIT-MINOR', 'D-LIMIT-CRIME', 'D-LIMIT-CRIME-MINOR'] as const),
  ...(['D-CIVI-ADVANCE', 'D-SARVI-OPEN', 'D-WAGES-EMPLOYER', 'D-SUPPORT-21'] as const)
]

describe('the clocks', () => {
  it('each that somebody can be waited for names the act', () => {
    const answers = new Set(commandTypes.flatMap(answersOf))
    const byTime = (code: DeadlineCode) => deadlineRegister[code].fires !== null
    expect(deadlineCodes.filter((code) => !answers.has(code) && !byTime(code))).toEqual(answeredByNobody)
  })
  it('an act answers a clock that it stops, or of which it says that others do the rest', () => {
    const prepares = commandTypes.flatMap((type) => {
      const { opens } = commandRow(type)
      const ends = (code: DeadlineCode) =>
        closesOf(type).includes(code) ||
        opens.some((one) => one.code === code && (one.restarts || one.ofScopes))
      return answersOf(type)
        .filter((code) => !ends(code))
        .map((code) => `${type} ${code}`)
    })
    // A permit that is given leaves the silence of what else is asked for; where nothing is, it ends with `otherAsked`.
    const leavesOthers = prepares.filter((one) => one.endsWith('.issue D-SILENCE-OTHER'))
    expect(leavesOthers).toHaveLength(5)
    expect(prepares.filter((one) => !leavesOthers.includes(one))).toEqual([
      // The first voice, before the one that concludes.
      'grounds.propose MNIO-RG',
      'grounds.propose MNIO-REVIEW',
      // Asked of Ac.Sé or of a structure: the arrival ends it.
      'acse.request MNIO-MOVE',
      'minor.placement_offer MNIO-MOVE',
      // Until the prefecture answers, the permit still ends on its day.
      'permit.renew_ask D-CST',
      'permit.renew_ask D-CARD',
      'permit.renew_ask D-APS'
    ])
  })
})
