import { describe, expect, it } from 'vitest'
import type { Readings } from '../../policies/requirements/requirement.ts'
import {
  readFor,
  refusedAtOnce,
  refusedTo,
  requirements,
  requirementsOf,
  saidOf
} from '../../policies/requirements/table.ts'
import { placeProblems } from '../../policies/requirements/form.ts'
import { sightOf } from '../../policies/sight.ts'
import { commandRow, commandTypes } from '../../workflows/case/commands.ts'
import { constraints } from '../../workflows/places/fit.ts'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'
import { aCase, asRole } from '../support/cases.ts'

const bearing = (id: string) =>
  commandTypes.filter((type) => [...requirementsOf(type), ...saidOf(type)].some((one) => one === id))

describe('the table of requirements', () => {
  it.each(Object.keys(requirements))('has an act that requires « %s »', (id) => {
    expect(bearing(id)).not.toEqual([])
  })

  it('has every requirement that a row names, which no row names twice', () => {
    for (const type of commandTypes) {
      const { requires } = commandRow(type)
      expect([...requirementsOf(type), ...saidOf(type)]).toEqual(expect.arrayContaining([...requires]))
      expect(new Set(requires).size).toBe(requires.length)
    }
  })

  it('is named by rows, unless the rest of the row says whose it is: never both', () => {
    for (const [id, { follows }] of Object.entries(requirements)) {
      const named = commandTypes.filter((type) => commandRow(type).requires.some((one) => one === id))
      expect([id, named.length > 0]).toEqual([id, follows === null])
    }
  })

  it('is asked of every act in one order, which the row does not change', () => {
    const order = Object.keys(requirements)
    for (const type of commandTypes) {
      const at = requirementsOf(type).map((id) => order.indexOf(id))
      expect(at).toEqual(at.toSorted((a, b) => a - b))
    }
  })
})

it('what the log says, and who accompanies a person, is read for the acts that ask for it, and for no other', () => {
  const reading = (one: ReturnType<typeof readFor>[number]) =>
    commandTypes.filter((type) => readFor(type).includes(one))
  expect(reading('lastAgeSaid')).toEqual(['facts.complete'])
  expect(reading('permitEnds')).toEqual(['permit.lapsed'])
  expect(reading('lastOfferOfReflection')).toEqual(['receipt.handed'])
  expect(reading('accompanied').toSorted()).toEqual([
    'acse.request',
    'closing.ask',
    'consent.record',
    'referent.name'
  ])
  expect(reading('closeness').toSorted()).toEqual(['grounds.positive', 'grounds.propose', 'triage.reject'])
  expect(reading('configuration')).toEqual(commandTypes)
})

describe('the button and the gate', () => {
  const actor = asRole('cell_secretary')
  const someone = { personId: 'p-9', orgId: 'org-9', orgType: 'cell' }
  const known = (accompanied: boolean, orgId: string) =>
    ({
      configuration: september2026,
      deciding: september2026,
      regimes: [],
      closeness: { flaggedBy: { personId: 'p-9', orgId }, referents: [] },
      fallen: [],
      accompanied,
      bereft: false,
      // What only a form asks for stands in the way of nothing here.
      ...{ approval: null, bars: null, lastOfferOfReflection: null, permitEnds: null, lastAgeSaid: null },
      ...{ referents: [], earlier: [], meetingDecision: null },
      unanswered: accompanied ? ['police'] : [],
      places: {
        housing: { held: accompanied ? 'anothers' : null, slept: null },
        asylum_housing: { held: null, slept: null }
      }
    }) satisfies Readings
  const worlds = [someone, { ...someone, ...actor }].flatMap((by) =>
    [true, false].flatMap((accompanied) =>
      (['minor', 'adult'] as const).map((ageGroup) => ({
        known: known(accompanied, by.orgId),
        told: aCase({
          facts: {
            ageGroup,
            consents: [],
            proposal: { ...by, opinion: 'positive' },
            merging: { into: 'AB12-CD34', personId: by.personId },
            closing: { reason: 'inserted', personId: by.personId }
          },
          regions: { housing: 'security_alert' }
        })
      }))
    )
  )
  const asking = { actor, input: {} }
  const day = { at: new Date('2026-11-24T11:00:00Z'), today: '2026-11-24', territory: '69' }

  it('say the same of every act, in every world: what needs no form is refused before any form is looked at', () => {
    const refused = new Set<string>()
    for (const command of commandTypes)
      for (const { known, told } of worlds) {
        const sight = sightOf(['cell'], told.facts)
        const asked = { ...asking, ...day, openedAt: day.at, command, sight, told }
        const reason = refusedAtOnce(asked, known)
        const gate = refusedTo(asked, known)
        const ofAct = gate && requirements[gate.requirement].of === 'act' ? gate : null
        if (reason) refused.add(command)
        // The gate asks last what is beside the case, once the form and the state stand in the way of nothing.
        expect([command, reason]).toEqual([command, (ofAct ?? refusedTo(asked, known, true))?.why ?? null])
        // What has no field to fill in is refused for nothing else.
        if (!reason && Object.keys(commandRow(command).input.properties).length === 0)
          expect([command, gate]).toEqual([command, null])
      }
    for (const command of [
      ...(['case.close', 'merge.confirm', 'grounds.positive', 'referent.name'] as const),
      ...(['formal.request', 'housing.moved', 'acse.visio', 'merge.propose', 'housing.left'] as const)
    ])
      expect(refused).toContain(command)
  })
})

describe('a place that may not be offered', () => {
  const bars = { never: [{ reason: constraints.zones.reason, sees: 'E' as const }], unlessSaid: [] }
  const said = (sees: boolean) =>
    placeProblems({ placeId: 'x' }, bars, { sees: () => sees }).map(({ message }) => message.fr)

  it('is refused without a word of what its actor may not know, and with the reason to who may', () => {
    expect(said(false)).toEqual(['Cette place ne peut pas lui être proposée.'])
    expect(said(true)).toEqual(['Cette place ne peut pas lui être proposée : dans un département à éviter.'])
  })
})
