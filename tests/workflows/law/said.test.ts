import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { deadlineRegister, type DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'
import { filings } from '../../../workflows/deadlines/filing.ts'
import type { DeadlineRow } from '../../../workflows/deadlines/row.ts'
import { contestable } from '../../../workflows/deadlines/running/contested.ts'
import { answersOf } from '../../../workflows/deadlines/running/stopping.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'

// What a form says where nothing is counted or asked: whoever fills it reads why.

const hint = (type: CommandType, field: string) =>
  notesOf(commandRow(type).input.properties[field]!)?.hint?.fr ?? ''

describe('a form', () => {
  it.each(['measure.order', 'measure.merits'] as const)(
    '%s says that time does not run against a child who was neither notified nor told (CPC 1191)',
    (type) => expect(hint(type, 'notifiedOn')).toMatch(/CPC 1191\).*ne court pas contre lui/)
  )

  it.each(['age.decide', 'measure.rejected'] as const)(
    '%s says that without those days the safe date counts from the decision (CPC 1191)',
    (type) => {
      expect(hint(type, 'notifiedOn')).toMatch(/CPC 1191\).*la date sûre est comptée depuis la décision/)
      expect(hint(type, 'notifiedOn')).not.toMatch(/placement/)
    }
  )

  it('of another party’s appeal says what the chief prosecutor’s gives, and what is not counted off the island (CPP 505, 846)', () => {
    expect(hint('acquittal.appealed', 'on')).toMatch(/vingt jours.*CPP 505.*CPP 846\), non comptés/)
  })

  it('that counts legal aid says that the fifteen days are before the tribunal alone (decree 2020-1717, art. 43)', () => {
    expect(hint('appeal.time', 'what')).toMatch(
      /quinze jours de plus seulement devant le tribunal \(art\. 43\)/
    )
    expect(hint('young_adult.time', 'about')).toMatch(/seulement devant le tribunal \(art\. 43\)/)
    expect(hint('asylum.aid_asked', 'about')).toMatch(/seulement devant le tribunal \(art\. 43\)/)
  })

  it('of wages says that limitation waits for an adult under guardianship too (Civil Code 2235)', () => {
    expect(hint('wages.claim', 'childThen')).toMatch(/tutelle.*C\. civ\. 2235/)
  })

  it('of the judgment on a house arrest says that under L751-2 the court rules without appeal (CESEDA R922-26)', () => {
    expect(hint('house_arrest.judged', 'outcome')).toMatch(/L751-2.*sans appel \(R922-26\)/)
    expect(hint('return_ban.judged', 'outcome')).toBe('')
  })

  it('of a final conviction says that unsaid the procedure stays open (CESEDA L425-1)', () => {
    expect(hint('conviction.final', 'accused')).toMatch(/Sans réponse, la procédure reste ouverte.*L425-1/)
  })
})

describe('an appeal by which several times may stop', () => {
  const rowOf = (code: DeadlineCode): DeadlineRow => deadlineRegister[code]
  const filedWith = (type: CommandType) => answersOf(type).filter((code) => rowOf(code).filed !== null)

  /** One time alone, of which the last is answered: each says why nothing is asked. */
  const unasked: Partial<Record<CommandType, string>> = {
    'held.contest': 'nobody is placed twice at a time: the time is there once',
    'held.appeal': 'a later order takes the place of the one before it: the time is there once'
  }

  it('asks against which of them it is, or says why not', () => {
    const silent = commandTypes.filter((type) => filedWith(type).length > 0 && contestable(type).length === 0)
    expect(silent.toSorted()).toEqual(Object.keys(unasked).toSorted())
  })

  it('knows who gave what is contested by where it is filed, and asks after nobody else', () => {
    for (const type of commandTypes) {
      const { against } = commandRow(type).input.properties
      const codes = contestable(type)
      if (!against || codes.length === 0) continue
      const stages = new Set(codes.map((code) => filings[rowOf(code).filed!].stage))
      expect(Object.keys(notesOf(against)?.choices ?? {}).toSorted(), type).toEqual([...stages].toSorted())
    }
  })
})
