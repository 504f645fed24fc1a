import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { dateTime, closed, date, longText } from '../../../workflows/vocabulary/fields.ts'
import { factProblems } from '../../../workflows/case/fact.problems.ts'
import { appointmentProblems } from '../../../workflows/case/input.ts'
import { aCase, aMinorCase } from '../../support/cases.ts'

const today = '2026-11-24'
const told = (command: CommandType, input: Record<string, unknown>, situation = aCase(), day?: string) =>
  factProblems(command, input, situation, day).map(({ field, code }) => `${field}: ${code}`)

describe('reasonable grounds', () => {
  it('rest on something that is named, however few, when a first voice finds them', () => {
    for (const elements of [undefined, []])
      expect(told('grounds.propose', { opinion: 'positive', elements })).toEqual(['elements: unfounded'])
    expect(told('grounds.propose', { opinion: 'positive', elements: ['harboured'] })).toEqual([])
    expect(told('grounds.positive', {})).toEqual([])
  })
})

describe('insufficient elements', () => {
  it('are explained by whoever finds them, alone or in a meeting', () => {
    for (const [command, input] of [
      ['meeting.insufficient', {}],
      ['grounds.propose', { opinion: 'insufficient' }]
    ] as const) {
      expect(told(command, input)).toEqual(['reason: unexplained'])
      expect(told(command, { ...input, reason: 'outside_scope' })).toEqual([])
    }
    expect(told('grounds.record', { opinion: 'insufficient' })).toEqual([])
  })
})

describe('what the case itself refuses in a form', () => {
  it('a birth date by which a child would be an adult, once the day is known, and of no other act', () => {
    const child = aMinorCase()
    const born = { birthDate: '1990-01-01' }
    expect(told('identity.record', born, child, today)).toEqual(['birthDate: born_too_early'])
    expect(told('identity.record', born, child)).toEqual([])
    expect(told('contact.note', born, child, today)).toEqual([])
  })

  it('another reason to close than the one that was asked', () => {
    const asked = aCase({ facts: { closing: { reason: 'inserted', personId: 'p-1' } } })
    expect(told('case.close', { reason: 'returned' }, asked)).toEqual(['reason: other_reason'])
    expect(told('case.close', { reason: 'inserted' }, asked)).toEqual([])
    expect(told('closing.ask', { because: 'returned' }, asked)).toEqual([])
  })
})

describe('an appointment', () => {
  const label = { fr: 'essai', en: 'trial' }
  const form = closed({
    at: dateTime({ label, ahead: 'only', heldWithin: 7 }),
    day: date({ label, ahead: 'only', heldWithin: 2 }),
    soon: date({ label, ahead: 'only' }),
    free: date({ label, ahead: true }),
    past: date({ label }),
    word: longText({ label })
  })
  const now = { today, at: new Date('2026-11-24T12:00:00Z') }
  const problems = (input: Record<string, unknown>) => appointmentProblems(form, input, now)

  it('that is gone says in both languages what to check', () => {
    expect(problems({ at: '2026-11-17T11:59:59Z' })).toEqual([
      {
        field: 'at',
        code: 'in_past',
        message: {
          fr: 'Ce moment est passé depuis plus de 7 jours : vérifiez le jour et l’heure.',
          en: 'This moment passed more than 7 days ago: check the day and the hour.'
        }
      }
    ])
    expect(problems({ soon: '2026-11-23' })).toEqual([
      {
        field: 'soon',
        code: 'in_past',
        message: {
          fr: 'Ce moment est déjà passé : un rendez-vous se fixe à venir. Vérifiez le jour et l’heure.',
          en: 'This moment has already passed: an appointment lies ahead. Check the day and the hour.'
        }
      }
    ])
    expect(problems({ day: '2026-11-21' })).toMatchObject([{ field: 'day' }])
  })

  it('is taken to the last moment of its days; other fields are none', () => {
    for (const input of [
      { at: '2026-11-17T12:00:00Z' },
      { day: '2026-11-22' },
      { soon: today },
      { free: '2020-01-01' },
      { past: '2020-01-01' },
      { word: '2020-01-01' },
      { soon: 20201231 },
      {}
    ])
      expect(problems(input)).toEqual([])
  })
})
