import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { doneWithHer } from '../../../workflows/deadlines/contact.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { openedBy } from '../../../workflows/deadlines/opening.ts'
import { accompanying } from '../../../policies/grants/accompanying.ts'
import { actClass } from '../../../policies/disclosure.ts'
import { aCase, aMinorCase, stays } from '../../support/cases.ts'

const restarts = (type: CommandType, situation = aCase(), input = {}) =>
  openedBy(type, input, stays(situation)).some(({ code, restarts: anew }) => code === 'MNIO-CONTACT' && anew)

/** A box without which there is no act, and which is her word. */
const herWord = ['withHer', 'wishes', 'agrees', 'adhesion', 'helpWithoutConsent']
const saysHerWord = (type: CommandType) =>
  Object.entries(commandRow(type).input.properties).some(
    ([field, property]) => herWord.includes(field) && (property as { const?: unknown }).const === true
  )
/** Class I alone may know of it. */
const ofAsylum = (type: CommandType) => {
  const { properties } = commandRow(type).input
  const all = Object.values(properties).every((property) => notesOf(property)?.dataClass === 'I')
  return actClass(type) === 'I' || all
}

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
    expect(restarts('civi.claim', aCase({ regions: { closure: 'closed_inserted' } }))).toBe(false)
    expect(restarts('needs.assess', aMinorCase())).toBe(false)
  })

  it('by an act that tells of asylum alone: the clock would tell it', () => {
    for (const type of commandTypes.filter(ofAsylum)) expect([type, restarts(type)]).toEqual([type, false])
  })
})

describe('there is news of her', () => {
  it.each(doneWithHer)('by %s, from the moment it is recorded', (type) => {
    expect(restarts(type)).toBe(true)
  })

  it('by each act of whoever accompanies her that is nothing without her word', () => {
    const ofHers = accompanying.filter((type) => saysHerWord(type) && !ofAsylum(type))
    expect(ofHers.length).toBeGreaterThan(10)
    for (const type of ofHers) expect([type, restarts(type)]).toEqual([type, true])
  })

  it('by a contact, from the day of it', () => {
    const opened = openedBy('contact.note', { on: '2026-11-20' }, stays(aCase()))
    expect(opened).toContainEqual({ code: 'MNIO-CONTACT', startsOn: '2026-11-20', restarts: true })
  })
})
