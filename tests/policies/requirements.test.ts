import { describe, expect, it } from 'vitest'
import { readFor, requirements, requirementsOf } from '../../policies/requirements/table.ts'
import { commandRow, commandTypes } from '../../workflows/case/commands.ts'

const bearing = (id: string) => commandTypes.filter((type) => requirementsOf(type).some((one) => one === id))

describe('the table of requirements', () => {
  it.each(Object.keys(requirements))('has an act that requires « %s »', (id) => {
    expect(bearing(id)).not.toEqual([])
  })

  it('has every requirement that a row names, which no row names twice', () => {
    for (const type of commandTypes) {
      const { requires } = commandRow(type)
      expect(requirementsOf(type)).toEqual(expect.arrayContaining([...requires]))
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
  expect(reading('accompanied').toSorted()).toEqual(['acse.request', 'closing.ask', 'consent.record'])
  expect(reading('closeness').toSorted()).toEqual(['grounds.positive', 'grounds.propose', 'triage.reject'])
  expect(reading('configuration')).toEqual(commandTypes)
})
