import { describe, expect, it } from 'vitest'
import { commandTypes, type CommandType } from '../../../../workflows/case/commands.ts'
import { doneWithHer } from '../../../../workflows/deadlines/running/contact.ts'
import { openedBy } from '../../../../workflows/deadlines/running/opening.ts'
import { actClass } from '../../../../policies/disclosure.ts'
import { aCase, aMinorCase, stays } from '../../../support/cases.ts'

const restarts = (type: CommandType, situation = aCase(), input = {}) =>
  openedBy(type, input, stays(situation)).some(({ code, restarts: anew }) => code === 'MNIO-CONTACT' && anew)

describe('there is no news of her', () => {
  it.each([
    ['plan.suspend', { reason: 'no_news' }],
    ['closing.ask', { because: 'lost' }],
    ['housing.absconded', {}],
    ['housing.left', {}],
    ['prosecutor.inform', {}],
    ['health.refer', {}],
    ['contact.lost', {}]
  ] as const)('because whoever accompanies her writes %s', (type, input) => {
    expect(restarts(type, aCase(), input)).toBe(false)
  })

  it('where the case is closed, nor in that of a child, who is never lost by a clock', () => {
    expect(restarts('exit.plan', aCase({ regions: { closure: 'closed_inserted' } }))).toBe(false)
    expect(restarts('person.inform', aMinorCase())).toBe(false)
  })

  it('by an act that is kept from some who take part: the day on which she is lost sight of would tell it', () => {
    const kept = commandTypes.filter((type) => actClass(type) !== null)
    expect(kept.length).toBeGreaterThan(100)
    for (const type of kept) expect([type, restarts(type)]).toEqual([type, false])
    // Which scope it was is kept from some.
    for (const type of ['consent.record', 'consent.withdraw'] as const)
      expect([type, restarts(type, aCase(), { scopes: ['G'] })]).toEqual([type, false])
  })
})

describe('there is news of her', () => {
  it.each(doneWithHer)('by %s, from the moment it is recorded', (type) => {
    expect(restarts(type)).toBe(true)
  })

  it('by a contact, from the day of it', () => {
    const opened = openedBy('contact.note', { on: '2026-11-20' }, stays(aCase()))
    expect(opened).toContainEqual({ code: 'MNIO-CONTACT', startsOn: '2026-11-20', restarts: true })
  })
})
