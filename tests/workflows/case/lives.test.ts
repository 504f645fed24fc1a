import { expect, it } from 'vitest'
import { commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { everyStep } from '../../support/lives.ts'

it('the lives that the invariants look at pass through nearly every act', () => {
  const done = new Set<CommandType>()
  everyStep(({ type }) => done.add(type))
  const missed = commandTypes.filter((type) => !done.has(type))
  expect(missed).toEqual(expect.arrayContaining(['case.flag', 'clock.alert', 'clock.lapse']))
  // The composed walk (verify/) goes further; here a few acts that come late in a life may be missed.
  expect(missed.length, missed.join()).toBeLessThan(commandTypes.length / 10)
})
