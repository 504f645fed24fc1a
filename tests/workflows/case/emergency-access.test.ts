import { describe, expect, it } from 'vitest'
import {
  aloneMinutes,
  emergencyClasses,
  emergencyClock,
  emergencyCommands,
  emergencyForm,
  emergencyReasons,
  emergencyRefusals,
  emergencyStates,
  isIncident,
  type EmergencyState
} from '../../../workflows/case/emergency-access.ts'
import { september2026 as firstVersion } from '../../../workflows/configuration/versions/2026-09.ts'
import { durationOf } from '../../../workflows/deadlines/deadlines.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { fits } from '../../../workflows/case/input.ts'

const emergency = { reason: 'life', classes: ['A'], words: 'Ne répond plus', unsafe: false }

describe('an emergency access refuses', () => {
  it.each(Object.keys(emergency))('to open without its %s', (field) => {
    const { [field as keyof typeof emergency]: _left, ...rest } = emergency
    expect(fits(emergencyForm, rest)).toBe(false)
  })

  it('what is no emergency, and what nobody asked to read', () => {
    expect(fits(emergencyForm, { ...emergency, reason: 'convenience' })).toBe(false)
    expect(fits(emergencyForm, { ...emergency, classes: [] })).toBe(false)
  })

  it.each(['D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'])('class %s, which no emergency opens', (one) => {
    expect(fits(emergencyForm, { ...emergency, classes: ['A', one] })).toBe(false)
  })

  it('a refusal of the second person without its reason', () => {
    const { input } = emergencyCommands.refuse
    expect(fits(input, {})).toBe(false)
    expect(fits(input, { reason: 'because' })).toBe(false)
    for (const reason of Object.keys(emergencyRefusals)) expect(fits(input, { reason })).toBe(true)
  })
})

describe('an emergency access opens', () => {
  it('for each emergency, every class that an emergency may open', () => {
    for (const reason of Object.keys(emergencyReasons))
      expect(fits(emergencyForm, { ...emergency, reason, classes: [...emergencyClasses] })).toBe(true)
  })

  it('to one person alone for less long than a second one has to speak, which the form says', () => {
    const { n, unit } = durationOf(emergencyClock, firstVersion)
    expect(unit).toBe('hours')
    expect(aloneMinutes).toBeLessThan(n * 60)
    const hint = notesOf(emergencyForm.properties.classes)?.hint
    for (const said of [hint?.fr, hint?.en]) expect(said).toContain(`${aloneMinutes} minutes`)
  })
})

describe('an emergency access is looked into', () => {
  it('where it was refused or nobody ever spoke, and nowhere else', () => {
    const states = Object.keys(emergencyStates) as EmergencyState[]
    expect(states.filter(isIncident).toSorted()).toEqual(['lapsed', 'refused'])
  })

  it('never because a second person confirmed it, always because one refused it', () => {
    expect(isIncident(emergencyCommands.confirm.to)).toBe(false)
    expect(isIncident(emergencyCommands.refuse.to)).toBe(true)
  })
})
