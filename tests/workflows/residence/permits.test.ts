import { describe, expect, it } from 'vitest'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { keptAsLapsed } from '../../../workflows/regions/clock.ts'
import { held, permitClocks } from '../../../workflows/vocabulary/states.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { aCase, anInput, stays } from '../../support/cases.ts'
import { answersOf, closesOf } from '../../../workflows/deadlines/running/stopping.ts'

describe('the clocks of the permits held', () => {
  it('outlive no act by which such a permit ends', () => {
    for (const act of ['permit.withdraw', 'permit.lapsed'] as const) {
      expect(commandRow(act).from).toEqual(held)
      expect(closesOf(act)).toEqual(expect.arrayContaining([...permitClocks]))
    }
  })

  it('count to the day that the card bears where it is said, and else from its issue as the law says', () => {
    const given = { issuedOn: '2026-11-02', validUntil: '2027-12-31' }
    const codes = (type: CommandType, input: object) =>
      openedBy(type, anInput(type, { ...input }), stays(aCase())).map(({ code, startsOn }) => [
        code,
        startsOn
      ])
    for (const type of [
      ...(['permit.issue', 'permit.renew', 'coming_of_age.issue'] as const),
      ...(['unworthy_housing.issue', 'discretion.issue'] as const)
    ]) {
      expect(codes(type, given), type).toEqual([['D-CARD', '2027-12-31']])
      expect(codes(type, { issuedOn: '2026-11-02' }), type).toEqual([['D-CST', '2026-11-02']])
    }
    expect(codes('other_permit.record', given)).toEqual([['D-CARD', '2027-12-31']])
    expect(codes('other_permit.record', { issuedOn: '2026-11-02' })).toEqual([])
    expect(deadlineRegister['D-CARD'].duration).toEqual({ n: 0, unit: 'days' })
  })

  it('count ten years of a resident card from its issue, and to the day that it bears where it is said', () => {
    const counted = (input: object) =>
      openedBy('resident.issue', anInput('resident.issue', { ...input }), stays(aCase())).map(
        ({ code, startsOn }) => [code, startsOn]
      )
    const { validUntil: _end, ...unsaid } = anInput('resident.issue', { issuedOn: '2026-11-02' }) as {
      validUntil?: string
    }
    expect(openedBy('resident.issue', unsaid, stays(aCase())).map(({ code }) => code)).toEqual(['D-CR'])
    expect(counted({ issuedOn: '2026-11-02', validUntil: '2036-11-01' })).toEqual([
      ['D-CR-END', '2036-11-01']
    ])
    expect(deadlineRegister['D-CR'].duration).toEqual({ n: 10, unit: 'years' })
    expect(deadlineRegister['D-CR-END']).toMatchObject({
      duration: { n: 0, unit: 'days' },
      fires: null,
      stopsWhen: deadlineRegister['D-CR'].stopsWhen
    })
    // A resident card is renewed « de plein droit » (L433-2): its day ends no right by itself.
    expect(keptAsLapsed).not.toContain('D-CR-END')
  })

  it('one replaces the other', () => {
    for (const type of ['permit.issue', 'permit.renew', 'other_permit.record', 'resident.issue'] as const)
      expect(closesOf(type)).toEqual(expect.arrayContaining(['D-CST', 'D-CARD']))
  })

  it('call for renewal, and are kept as lapsed', () => {
    expect(answersOf('permit.renew_ask')).toEqual(permitClocks)
    expect(keptAsLapsed).toEqual(expect.arrayContaining([...permitClocks]))
  })
})
