import { expect, it } from 'vitest'
import { discloseTravel } from '../../../server/disclosure/handing/travel.ts'
import { readyFacts } from '../../support/cases.ts'

// What is said to the next association of a case that may be handed to it: what it will read there, and nothing that was an error.

type Kept = Parameters<typeof discloseTravel>[0]
type Act = { command: string; sealed?: string[]; struckBy?: number | null }
const travelling = (acts: Act[], facts: object = {}) => {
  const events = acts.map(({ command, sealed = [], struckBy = null }) => ({
    command,
    sealed,
    struckBy,
    input: {}
  }))
  const kept = { events, sent: [], clocks: [] } as unknown as Kept
  return discloseTravel(kept, { ...readyFacts, ...facts })
}
const inClass = (told: ReturnType<typeof travelling>, dataClass: string) =>
  told.classes.find((one) => one.dataClass === dataClass)?.acts

it('counts no act that was taken back as an error', () => {
  const told = travelling([{ command: 'indicators.add' }, { command: 'indicators.add', struckBy: 9 }])
  expect([told.acts, inClass(told, 'D')]).toEqual([1, 1])
})

it('counts an act once, and in each class of which it speaks', () => {
  const told = travelling([{ command: 'indicators.add', sealed: ['C', 'B'] }])
  expect([told.acts, inClass(told, 'B'), inClass(told, 'C'), inClass(told, 'D')]).toEqual([1, 1, 1, 1])
  expect(inClass(travelling([{ command: 'indicators.add' }]), 'C')).toBe(0)
})

it('says that she follows an exit programme or asks for one, and of no other', () => {
  for (const [exitProgramme, told] of [
    ['none', false],
    ['asked', true],
    ['running', true],
    ['refused', false]
  ] as const)
    expect([exitProgramme, travelling([], { exitProgramme }).programme]).toEqual([exitProgramme, told])
})
