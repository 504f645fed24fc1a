import { describe, expect, it } from 'vitest'
import { roles, type Role } from '../../policies/actor.ts'
import { arrivalsOf } from '../../policies/desks.ts'
import { commandRow, commandTypes } from '../../workflows/case/commands.ts'
import { arrivalActs } from '../../workflows/places/arrivals.ts'

const allRoles = Object.keys(roles) as Role[]

describe('who is on the way to a place', () => {
  it('is told by no act that promises, frees or refuses one', () => {
    const undoing = arrivalActs.filter((type) =>
      commandRow(type).effects.some(({ type: effect }) => /^(release|refuse|reserve)/.test(effect))
    )
    expect(undoing).toEqual([])
    expect(arrivalActs).not.toContain('acse.hold_extended')
  })

  it('is told by every act that brings somebody in, a child’s too, and by the interview before it', () => {
    const admitting = commandTypes.filter((type) =>
      commandRow(type).effects.some((effect) => effect.type === 'admitStay')
    )
    expect(arrivalActs).toEqual(expect.arrayContaining([...admitting, 'acse.visio']))
    expect(admitting).toContain('minor.placement_arrival')
  })

  it('is told to each shelter by the acts that are its own', () => {
    const theirs = allRoles.filter((role) => arrivalsOf(role).includes('minor.placement_arrival'))
    expect(theirs).not.toEqual([])
    for (const type of arrivalActs)
      expect(
        allRoles.some((role) => arrivalsOf(role).includes(type)),
        type
      ).toBe(true)
  })
})
