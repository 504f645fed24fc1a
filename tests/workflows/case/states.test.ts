import { expect, it } from 'vitest'
import { commandRow, commandTypes, regionTables } from '../../../workflows/case/commands.ts'
import { housingIn, housingPhase } from '../../../workflows/vocabulary/states.housing.ts'
import {
  isApplied,
  isClosed,
  isHeld,
  minorStates,
  unprotected
} from '../../../workflows/vocabulary/states.ts'
import { ageBands, childBands, minorBands } from '../../../workflows/vocabulary/words.ts'
import { statesOf } from '../../support/cases.ts'

const residence = Object.keys(regionTables.residence.states)

it('an application stands before the prefecture in two states, and a permit is held in five', () => {
  expect(residence.filter(isApplied)).toEqual(['cst_applied', 'cst_recepisse'])
  expect(residence.filter(isHeld).toSorted()).toEqual([
    'aps_psp',
    'cst_renewed',
    'cst_valid',
    'humanitarian_discretion',
    'l425_11'
  ])
})

it('nobody is protected as a child where there is none, or where she came of age', () => {
  expect(unprotected).toEqual(['not_applicable', 'majority_reached'])
  expect(Object.keys(minorStates)).toEqual(expect.arrayContaining([...unprotected]))
})

it('a case is closed where its state says so, and nowhere else', () => {
  expect(statesOf('closure').filter((state) => !isClosed(state))).toEqual([
    'open',
    'exit_planned',
    'closing',
    'reopened'
  ])
})

it('a state of housing that is no longer known stands nowhere', () => {
  expect(housingPhase('gone_from_the_table')).toBe('none')
  expect(housingIn('promised')).toEqual(['matched', 'pre_admission'])
})

it('bands of years part children, minors and adults', () => {
  expect(Object.keys(ageBands).filter((band) => childBands.includes(band))).toEqual(['0-12', '13-14'])
  expect(Object.keys(ageBands).filter((band) => minorBands.includes(band))).toEqual([
    '0-12',
    '13-14',
    '15-17'
  ])
})

it('acts that need a place held touch one, and every act that touches one needs it', () => {
  const needing = commandTypes.filter((type) => commandRow(type).requires.includes('placeHeld'))
  const touching = commandTypes.filter(
    (type) =>
      commandRow(type).offered &&
      commandRow(type).effects.some(({ type: effect }) =>
        ['admitStay', 'releaseHeld', 'refuseHeld'].includes(effect)
      )
  )
  expect(needing).toEqual(touching)
  expect(needing).toContain('minor.placement_cancelled')
})
