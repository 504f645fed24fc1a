import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../../workflows/case/commands.ts'
import { deadlineRegister } from '../../../../workflows/deadlines/deadlines.ts'
import { legalBases } from '../../../../workflows/law/register.ts'
import { notesOf } from '../../../../workflows/vocabulary/fields.ts'

describe('CASF L222-5-1: the interview is held a year before majority at the latest', () => {
  const clock = deadlineRegister['D-MAJORITY-PREPARED']

  it('at seventeen, and not at seventeen and a half, which no text says', () => {
    expect(clock.duration).toEqual({ n: 17, unit: 'years' })
    expect(clock.basis).toBe('CASF.L222-5-1')
    expect(clock.label.fr).toBe('Entretien d’autonomie (17 ans)')
  })

  it('at once for whoever is received at seventeen (« dans les meilleurs délais »)', () => {
    expect(clock.dueOnceKnown).toBe(true)
  })

  it('keeps its day secret: a birth date is read from it', () => {
    expect(clock.secretDay).toBe('always')
    expect(clock.dataClass).toBe('C')
  })

  it('is recorded by an act that says on which day it was held', () => {
    const { input, basis, label } = commandRow('majority.prepare')
    expect(label.fr).toBe('Enregistrer l’entretien d’autonomie (17 ans)')
    expect(basis[0]).toBe('CASF.L222-5-1')
    expect(notesOf(input.properties['on']!)!.label.fr).toBe('Entretien tenu le')
    expect(clock.stopsWhen.done).toEqual(['majority.prepare'])
  })

  it('rests on words that were read, with the day from which they are in force', () => {
    expect(legalBases['CASF.L222-5-1']).toMatchObject({ inForceFrom: '2022-02-09', read: 'excerpt' })
  })
})
