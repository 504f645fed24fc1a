import { expect, it } from 'vitest'
import { roles, type Role } from '../../policies/actor.ts'
import { deskOfRole } from '../../policies/desks.ts'
import { conductsMeetings, enters, featuresOf, sitsInCell, type Feature } from '../../policies/features.ts'

const all = Object.keys(roles) as Role[]
const whoEnters = (room: Feature) => all.filter((role) => enters(role, room)).toSorted()

it('a room is not there for whoever has nothing to do in it', () => {
  expect(enters('cell_secretary', 'places')).toBe(false)
  expect(enters('acse_desk', 'ownPlaces')).toBe(false)
  expect(enters('shelter', 'waitingList')).toBe(false)
  expect(enters('oversight', 'releases')).toBe(false)
})

it('places are sought by the desks that offer them, and by nobody else', () => {
  expect(whoEnters('waitingList')).toEqual(all.filter((role) => deskOfRole(role) !== null).toSorted())
})

it('only a secretary and the members sit in a cell, and the secretary of a territory conducts', () => {
  expect(all.filter((role) => sitsInCell({ role }))).toEqual(['cell_member', 'cell_secretary'])
  expect(conductsMeetings({ role: 'cell_secretary', territory: null })).toBe(false)
  expect(all.filter((role) => conductsMeetings({ role, territory: '69' }))).toEqual(['cell_secretary'])
})

it('the pages are told of the rooms that a role enters, and of no other', () => {
  expect(featuresOf('asso')).toEqual(['referents', 'handings', 'undoing', 'asylumOccupancy'])
  expect(featuresOf('cell_secretary')).toEqual(['referents', 'naming'])
  expect(featuresOf('child_protection')).toEqual(['places', 'waitingList', 'referents', 'undoing'])
})
