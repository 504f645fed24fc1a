import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { isMinor } from '../../../workflows/facts/facts.ts'
import { closed, date, text } from '../../../workflows/vocabulary/fields.ts'
import { factProblems } from '../../../workflows/case/fact.problems.ts'
import { dateProblems, fits, flagProblems } from '../../../workflows/case/input.ts'
import { aCase, aMinorCase, readyFacts } from '../../support/cases.ts'
import { aFlagged } from '../../../verify/flags.ts'

const label = { fr: 'essai', en: 'trial' }
const form = closed({
  on: date({ label }),
  until: date({ label, ahead: true }),
  word: text({ label }),
  person: closed({ born: date({ label }), name: text({ label }) })
})
const today = '2026-11-24'
const problems = (input: Record<string, unknown>) => dateProblems(form, input, today)

describe('the dates of a form', () => {
  it('the future is refused from tomorrow on, in both languages', () => {
    expect(problems({ on: today })).toEqual([])
    expect(problems({ on: '2026-11-25' })).toEqual([
      {
        field: 'on',
        code: 'in_future',
        message: { fr: 'Cette date est dans le futur', en: 'This date lies in the future' }
      }
    ])
  })

  it('the past is refused before 1910, even of a date that may lie ahead', () => {
    expect(problems({ on: '1910-01-01', until: '1910-01-01' })).toEqual([])
    expect(problems({ until: '1909-12-31' })).toEqual([
      {
        field: 'until',
        code: 'too_old',
        message: {
          fr: 'Cette date est trop ancienne : vérifiez l’année.',
          en: 'This date is too far back: check the year.'
        }
      }
    ])
    expect(problems({ until: '2040-01-01' })).toEqual([])
  })

  it('words that look like a date are not judged as one, nor is what was not filled in', () => {
    expect(problems({ word: '2031-01-01' })).toEqual([])
    expect(problems({ word: '0' })).toEqual([])
    expect(problems({ person: { name: '9999' } })).toEqual([])
    expect(problems({ on: undefined, person: undefined })).toEqual([])
    expect(problems({ on: null, person: null })).toEqual([])
  })

  it('each wrong date is told under its own path, those inside another field too', () => {
    const found = problems({ on: '2027-01-01', person: { born: '1850-01-01', name: 'x' } })
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'on in_future',
      'person.born too_old'
    ])
  })

  it('a form is judged alike the first time and every other time', () => {
    const small = closed({ word: text({ label }) })
    for (let time = 0; time < 2; time += 1) {
      expect(fits(small, { word: 'x' })).toBe(true)
      expect(fits(small, { word: 1 })).toBe(false)
    }
  })
})

describe('the identity in a flag', () => {
  it('of an adult who has not agreed is refused with what may be done about it', () => {
    expect(flagProblems(aFlagged({ identity: { contact: 'a phone' } }))).toEqual([
      {
        field: 'identity',
        code: 'consent_required',
        message: {
          fr: 'Sans son accord, l’identité d’une personne majeure ne peut pas être transmise : retirez-la ou recueillez l’accord.',
          en: 'Without their agreement an adult’s identity cannot be passed on: remove it or obtain the agreement.'
        }
      }
    ])
  })
})

describe('the age in a flag', () => {
  const codes = (different: Parameters<typeof aFlagged>[0]) =>
    flagProblems(aFlagged(different)).map(({ field, code }) => `${field} ${code}`)

  it('is of one word with its band: a child of fifteen is no adult, a woman of twenty no minor', () => {
    for (const ageBand of ['0-12', '13-14', '15-17'] as const) {
      expect(codes({ ageGroup: 'adult', ageBand })).toEqual(['ageBand other_age'])
      expect(codes({ ageGroup: 'minor', ageBand })).toEqual([])
    }
    expect(codes({ ageGroup: 'minor', ageBand: '18-24' })).toEqual(['ageBand other_age'])
    expect(codes({ ageGroup: 'adult', ageBand: '18-24' })).toEqual([])
  })

  it('in doubt contradicts no band, and a band left out contradicts nobody', () => {
    for (const ageBand of ['15-17', '18-24'] as const)
      expect(codes({ ageGroup: 'doubt', ageBand })).toEqual([])
    for (const ageGroup of ['adult', 'minor'] as const) expect(codes({ ageGroup })).toEqual([])
  })

  it('is eighteen on the birthday and not the day before, counted to the day she was met', () => {
    const born = (birthDate: string, ageGroup: 'adult' | 'minor' | 'doubt' = 'adult') =>
      codes({ ageGroup, metOn: '2026-11-20', nominativeConsent: true, identity: { birthDate } })
    expect(born('2008-11-20')).toEqual([])
    expect(born('2008-11-21')).toEqual(['ageGroup born_too_late'])
    expect(born('2008-11-21', 'minor')).toEqual([])
    expect(born('2008-11-21', 'doubt')).toEqual([])
  })

  it('says what to correct, in both languages', () => {
    const found = flagProblems(
      aFlagged({ ageBand: '15-17', nominativeConsent: true, identity: { birthDate: '2010-01-01' } })
    )
    expect(found.map(({ message }) => message)).toEqual([
      {
        fr: 'Cette tranche d’âge contredit la majorité : corrigez l’une ou l’autre, ou dites que l’âge est en doute.',
        en: 'This age band contradicts the age group: correct one or the other, or say that the age is in doubt.'
      },
      {
        fr: 'À cette date de naissance, la personne a moins de dix-huit ans : indiquez qu’elle est mineure, ou que l’âge est en doute.',
        en: 'Born on that day they are under eighteen: say that they are a minor, or that the age is in doubt.'
      }
    ])
  })

  it('may not be contradicted later either, by what completes the facts', () => {
    const completed = (input: Record<string, unknown>, command: CommandType = 'facts.complete') =>
      factProblems(command, input, aCase()).map(({ code }) => code)
    expect(completed({ ageBand: '15-17' })).toEqual(['other_age'])
    expect(completed({ ageBand: '15-17', ageGroup: 'minor' })).toEqual([])
    expect(completed({ ageBand: '18-24', ageGroup: 'minor' })).toEqual(['other_age'])
    expect(completed({ ageBand: '15-17' }, 'referent.name')).toEqual([])
  })
})

describe('the case of a minor', () => {
  const minor = { ...readyFacts, ageGroup: 'minor' } as const
  const closing = (reason: unknown, facts = {}) =>
    factProblems('case.close', { reason }, aCase({ facts: { ...minor, ...facts } })).map(({ code }) => code)

  it('whoever may be one is treated as one (Convention 197, article 10)', () => {
    expect((['adult', 'doubt', 'minor'] as const).map((ageGroup) => isMinor({ ageGroup }))).toEqual([
      false,
      true,
      true
    ])
  })

  it('is never closed because contact was lost, and the refusal says that the child is searched for', () => {
    expect(factProblems('case.close', { reason: 'lost' }, aCase({ facts: minor }))).toEqual([
      {
        field: 'reason',
        code: 'minor_never_lost',
        message: {
          fr: 'Le dossier d’une personne mineure ne se clôt jamais pour contact perdu : elle est recherchée.',
          en: 'A minor’s case is never closed because contact was lost: they are searched for.'
        }
      }
    ])
    expect(closing('lost', { ageGroup: 'doubt' })).toEqual(['minor_never_lost'])
    expect(closing('lost', { ageGroup: 'adult' })).toEqual([])
  })

  it('while the child is missing, only death closes it; otherwise another reason may', () => {
    expect(closing('stable', { missing: true })).toEqual(['minor_never_lost'])
    expect(closing('deceased', { missing: true })).toEqual([])
    expect(closing('stable')).toEqual([])
    expect(closing('stable', { missing: true, ageGroup: 'adult' })).toEqual([])
  })

  it('stays open between the report to the prosecutor and a measure, unless the child has died', () => {
    for (const state of ['signalement', 'opp_issued', 'je_seized']) {
      const reported = (reason: string, regions = {}, facts = {}) =>
        factProblems('case.close', { reason }, aMinorCase({ regions: { minor: state, ...regions }, facts }))
      expect(reported('inserted').map(({ code }) => code)).toEqual(['measure_awaited'])
      expect(reported('deceased')).toEqual([])
      expect(reported('inserted', { minor: 'runaway' }, { minorBefore: state })).toHaveLength(1)
      expect(reported('inserted', { minor: 'measure_ordered' })).toEqual([])
    }
  })

  it('the same word in another act is no closure', () => {
    expect(
      factProblems('referent.name', { reason: 'lost' }, aCase({ facts: { ...minor, missing: true } }))
    ).toEqual([])
  })
})

describe('what the facts of the case refuse', () => {
  it('comes from justice and from residence alike, each under its own field', () => {
    const elsewhere = factProblems('jirs.seized', { jirs: '13' }, aCase({ facts: { factsTerritory: '69' } }))
    expect(elsewhere.map(({ field }) => field)).toEqual(['jirs'])
    const during = factProblems(
      'permit.refuse',
      { appealWithin: 'seven_days' },
      aCase({ facts: { removalBar: true } })
    )
    expect(during.map(({ code }) => code)).toEqual(['removal_barred'])
  })
})
