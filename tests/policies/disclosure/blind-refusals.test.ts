import { expect, test } from 'vitest'
import { scopesShownTo, sight } from '../../../policies/data-classes.ts'
import { actClass, deadlineClass, regionClass } from '../../../policies/disclosure.ts'
import { grants } from '../../../policies/grants.ts'
import type { Readings } from '../../../policies/requirements/requirement.ts'
import { readFor, requirements } from '../../../policies/requirements/table.ts'
import { sightOf } from '../../../policies/sight.ts'
import { checks, type Check } from '../../../workflows/case/checks.ts'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { guardsOf } from '../../../workflows/case/machine.ts'
import { factClasses } from '../../../workflows/facts/facts.ts'
import { guards, type Guard } from '../../../workflows/guards/guards.ts'
import { constraints } from '../../../workflows/places/fit.ts'
import { permitClocks } from '../../../workflows/vocabulary/states.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import type { ConsentScope, DataClass, RegionId, Seen } from '../../../workflows/vocabulary/vocabulary.ts'
import { variedOf } from '../../../verify/inputs.ts'
import { aCase, asRole } from '../../support/cases.ts'
import { inputFor } from '../../support/inputs.ts'
import { argued } from './blind-refusals.ts'

// An act that a hidden fact forbids is offered, and refused when it is done: in words that say nothing, under the name of whoever
// tried, once. No button, list or reading tells as much.

const seen = (guard: Guard): readonly DataClass[] => (guard.sees === null ? [] : [guard.sees].flat())

/** What requirements read of the log and of clocks. Days of earlier acts, and requests to others, count as far as the actor is told of them. */
const readBy: Partial<Record<keyof Readings, readonly Seen[]>> = {
  lastOfferOfReflection: [actClass('reflection.offer')],
  permitEnds: permitClocks.map(deadlineClass),
  bars: Object.values(constraints).flatMap((one) => ('sees' in one ? [one.sees] : []))
}

/** The facts and regions that a check looks at, of a case in which every form may be filled in. */
const checkedBy = (type: CommandType): Seen[] => {
  const read = new Set<Seen>()
  const watched = <T extends object>(one: T, classed: (key: string) => Seen) =>
    new Proxy(one, {
      get: (target, key) => {
        if (typeof key === 'string') read.add(classed(key))
        return Reflect.get(target, key) as unknown
      }
    })
  const { facts, regions } = aCase()
  const told = {
    facts: watched(facts, (key) => factClasses[key as keyof typeof factClasses] ?? null),
    regions: watched(regions, (key) => regionClass(key as RegionId))
  }
  for (const id of commandRow(type).checks)
    for (const input of [inputFor(type), ...variedOf(type)]) (checks[id] as Check)(input, told, '2026-11-24')
  return [...read]
}

/** The consent that an act needs, where this capacity is not told of it. */
const consentUnseen = (consent: ConsentScope | null, capacity: Capacity) =>
  consent === null || scopesShownTo(capacity, aCase().facts).includes(consent) ? [] : [`consent ${consent}`]

/** What the gate looks at and this capacity may not: guards, where the region of the act stands, what it requires, what its form is held to. */
const unseen = (type: CommandType, capacity: Capacity): string[] => {
  const { classes, coarse } = sight[capacity]
  const { region, from, consent } = commandRow(type)
  // Of a child's protection a coarse word is no sight: everybody is told it.
  const hides = (one: DataClass | null) =>
    one !== null && (!classes.includes(one) || (region === 'minor' && coarse.includes(one)))
  const hiddenIn = (one: Seen) => [one].flat().some(hides)
  const stands = hides(regionClass(region)) && from !== 'any' ? [`region ${region}`] : []
  return [
    ...guardsOf(type).filter((id) => seen(guards[id]).some(hides)),
    ...stands,
    ...consentUnseen(consent, capacity),
    ...readFor(type).filter((one) => readBy[one]?.some(hiddenIn)),
    ...new Set(
      checkedBy(type)
        .filter(hiddenIn)
        .map((one) => `form ${String(one)}`)
    )
  ]
}

const found = [
  ...new Set(
    Object.values(grants)
      .flat()
      .flatMap(({ as, may }) =>
        may.flatMap((type) => unseen(type, as).map((what) => `${as} ${type}: ${what}`))
      )
  )
].sort()

test('nobody else may be refused an act for what they may not see', () => {
  const rows = argued.flatMap(([, each]) => each)
  expect(found).toEqual(rows.sort())
})

test('whoever follows the person sees all that may refuse their acts', () => {
  expect(found.filter((row) => row.startsWith('referent '))).toEqual([])
})

test('a departure before a weighing that OFII is not told of is taken, and says nothing of it', () => {
  const told = aCase()
  const weighed = [{ command: 'return.assess', input: { on: '2026-11-20' } }]
  const said = (capacity: Capacity) => {
    const asked = {
      ...{
        command: 'return.depart' as const,
        input: { on: '2026-11-10', freely: true },
        actor: asRole('ofii'),
        told
      },
      ...{
        sight: sightOf([capacity], told.facts),
        at: new Date('2026-11-24T12:00:00Z'),
        today: '2026-11-24'
      },
      ...{ territory: '69', openedAt: new Date('2026-11-01T12:00:00Z') }
    }
    const { inOrder } = requirements
    return inOrder.of === 'form' ? inOrder.refuses(asked, { earlier: weighed } as unknown as Readings) : null
  }
  expect(said('ofii_return')).toEqual([])
  expect(said('referent')).toMatchObject([{ field: 'on', code: 'before_earlier' }])
})
