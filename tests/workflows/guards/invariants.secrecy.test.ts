import { describe, expect, it } from 'vitest'
import { accessTo } from '../../../policies/data-classes.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { choices, closed, notesOf } from '../../../workflows/vocabulary/fields.ts'
import { legalBasis } from '../../../workflows/law/register.ts'
import { offenceLabels } from '../../../workflows/law/opened-by-offence.ts'
import { transitions } from '../../../workflows/vocabulary/transitions.ts'
import { regions } from '../../../workflows/vocabulary/vocabulary.ts'
import { closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { aCase, allScopes, refusal } from '../../support/cases.ts'
import { carriedBy, everyStep } from '../../support/lives.ts'

describe('I-17 withdrawal undoes nothing that was done', () => {
  it('facts and regions stay', () => {
    everyStep(({ before, after, type }) => {
      if (type !== 'consent.withdraw') return
      // A move to another cell that is still only asked for rests on the agreement, and falls with it; nor is news asked for against it.
      const kept = { consents: [], transfer: null, newsDeclined: true }
      expect({ ...after.facts, ...kept }).toEqual({ ...before.facts, ...kept })
      expect({ ...after.regions, consent: '' }).toEqual({ ...before.regions, consent: '' })
    })
  })
})

describe('I-18 closing a case stops no clock of the law', () => {
  it.each(['case.close', 'case.close_lost'] as const)('%s ends those of the mechanism alone', (type) => {
    const ended = new Set(closesOf(type).map((code) => deadlineRegister[code].status))
    expect([...ended]).toEqual(['design'])
  })
  it('and the clock still speaks and acts in a closed case', () => {
    const closed = aCase({ regions: { closure: 'closed_inserted', residence: 'reflection_running' } })
    for (const type of ['clock.alert', 'clock.lapse', 'reflection.expire'] as const)
      carriedBy(type, { evenWhenClosed: false }, () => expect(refusal(closed, type)).toBeNull())
  })
})

describe('I-19 every act says on what it rests', () => {
  it.each(commandTypes)('%s', (type) => {
    const { transition, basis, region } = commandRow(type)
    expect(transitions).toHaveProperty(transition)
    expect(region === null || region in regions).toBe(true)
    expect(basis.length).toBeGreaterThan(0)
    for (const code of basis) expect(legalBasis(code, '2026-11-24')).toMatchObject({ code, on: '2026-11-24' })
    expect(basis.map((code) => legalBasis(code, '2026-11-24').inForce)).not.toContain(false)
  })
})

describe('I-20 nothing is held of an offence that the person was made to commit', () => {
  const rule = () => {
    const named = commandTypes.flatMap((type) =>
      Object.entries(commandRow(type).input.properties)
        .filter(([, field]) => notesOf(field)?.choices === offenceLabels || notesOf(field)?.dataClass === 'J')
        .map(([name]) => `${type} ${name}`)
    )
    expect(named).toEqual([
      'complaint.file offences',
      'complaint.add offences',
      'testimony.recorded offences',
      'civil_party.complaint offences'
    ])
  }
  it('offences are what a complaint names as done to her', () => {
    const input = closed({
      offences: choices(offenceLabels, { label: { fr: 'Infractions', en: 'Offences' } })
    })
    carriedBy('facts.complete', { input }, rule)
  })
  it('that she is suspected is known to those who defend or protect her, never to who houses or permits', () => {
    const told = (ageGroup: 'adult' | 'minor') =>
      (Object.keys(capacities) as Capacity[]).filter(
        (capacity) => accessTo('J', capacity, { consents: allScopes, ageGroup }).access !== 'closed'
      )
    expect(told('adult')).toEqual(['referent', 'prosecutor', 'lawyer'])
    expect(told('minor')).toEqual([
      'referent',
      'prosecutor',
      'lawyer',
      'child_protection',
      'juvenile_judge',
      'ad_hoc_guardian'
    ])
  })
  it('the acts that tell it are read by that class alone', () => {
    for (const type of ['forced.criminality', 'forced.told'] as const)
      expect(commandRow(type).sees, type).toBe('J')
  })
})
