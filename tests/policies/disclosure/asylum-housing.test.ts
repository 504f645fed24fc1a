import { describe, expect, it } from 'vitest'
import { actClass, deadlineClass, referralClass } from '../../../policies/disclosure.ts'
import { advance, isOpen } from '../../../workflows/case/advance.ts'
import { commandRow, commandTypes, regionIds, type CommandType } from '../../../workflows/case/commands.ts'
import { factClasses, type Facts } from '../../../workflows/facts/facts.ts'
import { guards } from '../../../workflows/guards/guards.ts'
import { opensOf } from '../../../workflows/deadlines/running/opening.ts'
import { housingStates } from '../../../workflows/vocabulary/states.housing.ts'
import { answersOf, closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { aCase, anInput, someone, storedStates } from '../../support/cases.ts'

// Of an asylum place nothing may be told to whoever may not know of asylum: its acts touch nothing that is told to others.

const acts = commandTypes.filter((type) => commandRow(type).region === 'asylum_housing')
const others = commandTypes.filter((type) => commandRow(type).region !== 'asylum_housing')

const ready: Partial<Facts> = { asylumLink: true, danger: 'immediate' }
// An adult stands in no child’s placement.
const housings = Object.keys(housingStates).filter((state) => state !== 'minor_placement')
const situations = storedStates('asylum_housing').flatMap((asylum_housing) =>
  housings.flatMap((housing) =>
    (['sought', 'slept'] as const).map((asylumPlace) =>
      aCase({ regions: { asylum_housing, housing }, facts: { ...ready, asylumPlace } })
    )
  )
)

const touched = (type: CommandType) =>
  situations
    .filter((before) => isOpen(before, type))
    .flatMap((before) => {
      const after = advance(before, { type, input: anInput(type), by: someone })
      const moved = regionIds.filter((id) => after.regions[id] !== before.regions[id])
      const written = (Object.keys(before.facts) as (keyof Facts)[]).filter(
        (fact) => JSON.stringify(after.facts[fact]) !== JSON.stringify(before.facts[fact])
      )
      return [...moved, ...written.map((fact) => `${fact}: ${factClasses[fact]}`)]
    })

describe('an act of an asylum place', () => {
  it('is looked at here: there are some twenty', () => {
    expect(acts.length).toBeGreaterThan(20)
    expect(acts.filter((type) => actClass(type) !== 'I')).toEqual([])
  })

  it.each(acts)('%s moves no other region and writes no fact that is told to others', (type) => {
    const open = situations.some((before) => isOpen(before, type))
    expect([type, open]).toEqual([type, true])
    expect(touched(type).filter((one) => one !== 'asylum_housing' && !one.endsWith(': I'))).toEqual([])
  })

  it.each(acts)(
    '%s starts and stops no clock, and asks and ends no referral, that is told to others',
    (type) => {
      const { suspends, resumes, effects } = commandRow(type)
      const codes = [
        ...opensOf(type).map(({ code }) => code),
        ...closesOf(type),
        ...suspends,
        ...resumes,
        ...answersOf(type)
      ]
      expect(codes.filter((code) => deadlineClass(code) !== 'I')).toEqual([])
      const kinds = effects.flatMap((one) =>
        one.type === 'withdrawReferrals' ? one.kinds : 'kind' in one ? [one.kind] : []
      )
      expect(kinds.filter((kind) => referralClass(kind) !== 'I')).toEqual([])
    }
  )
})

it('an act of another region is never closed by an asylum place: the refusal would tell', () => {
  const closing = others.filter((type) => !type.startsWith('asylum.') && actClass(type) !== 'I')
  expect(closing.length).toBeGreaterThan(100)
  const of = (type: CommandType, asylumPlace: Facts['asylumPlace'], asylum_housing: string) =>
    Object.keys(housingStates).map((housing) =>
      isOpen(aCase({ regions: { housing, asylum_housing }, facts: { ...ready, asylumPlace } }), type)
    )
  for (const type of closing)
    for (const stands of storedStates('asylum_housing'))
      expect([type, stands, of(type, 'slept', stands)]).toEqual([
        type,
        stands,
        of(type, 'none', 'unassessed')
      ])
})

it('a control: what Ac.Sé does moves what others are told', () => {
  const received = situations.find((before) => isOpen(before, 'acse.admission'))!
  const { regions } = advance(received, {
    type: 'acse.admission',
    input: anInput('acse.admission'),
    by: someone
  })
  expect(regions.housing).toBe('housed_acse')
  expect(deadlineClass('MNIO-HOLD')).toBe('K')
  expect(guards.noOtherPlace.sees).toBe('K')
})
