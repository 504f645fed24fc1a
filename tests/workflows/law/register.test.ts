import { describe, expect, it } from 'vitest'
import { longDate } from '../../../server/views/words.ts'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { copies } from '../../../workflows/law/copies.ts'
import { deadlineCodes, deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import {
  citation,
  bearsRefusal,
  isGiven,
  isRead,
  legalBases,
  legalCodes,
  type LegalBasis,
  type LegalCode
} from '../../../workflows/law/register.ts'

const of = (read: string | null) => legalCodes.filter((code) => legalBases[code].read === read)

/** Copies that give, of each article or of the whole text, since when it is in force. */
const dating: readonly string[] = (['labour', 'publicRelations', 'unionMigration'] as const).map(
  (copy) => copies[copy].source.fr
)
const saysDay = ({ inForceFrom, source, status }: LegalBasis): boolean =>
  inForceFrom === null ||
  dating.some((copy) => source.fr.startsWith(copy)) ||
  status === 'design' ||
  source.fr.includes(`en vigueur au ${longDate(inForceFrom, 'fr')}`)
const undated = (codes: readonly LegalCode[]) =>
  codes.filter((code) => !isGiven(code) && !saysDay(legalBases[code]))

describe('how a text was read', () => {
  it('of what was read whole the digest is kept, with the day of its version', () => {
    for (const code of of('full'))
      expect(legalBases[code]).toMatchObject({
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        textAsOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/)
      })
    expect(of('full').length).toBeGreaterThan(150)
  })

  it('an excerpt and an account have no digest; what nobody read has no day either', () => {
    const partly = legalCodes.filter((code) => legalBases[code].read !== 'full')
    expect(partly.filter((code) => legalBases[code].digest !== null)).toEqual([])
    expect(of('unread').filter((code) => legalBases[code].textAsOf !== null)).toEqual([])
  })

  it('only a choice of this project has no text to read', () => {
    expect(of(null)).toEqual(legalCodes.filter((code) => legalBases[code].status === 'design'))
  })

  it('no text is in force from the day of a copy, unless the source says so', () => {
    const suspect = legalCodes.filter((code) => {
      const { inForceFrom, textAsOf, source } = legalBases[code]
      return textAsOf !== null && inForceFrom === textAsOf && !source.fr.includes('version en vigueur au')
    })
    expect(suspect).toEqual([])
  })

  it('a day of entry into force is one that a source says: what nobody read has none', () => {
    expect(undated(legalCodes)).toEqual([])
    expect(of('unread').filter((code) => legalBases[code].inForceFrom !== null)).toEqual([])
  })

  it('would be seen: a day that no copy and no source gives', () => {
    expect(saysDay({ ...legalBases['CESEDA.L425-1'], inForceFrom: '2021-05-01' })).toBe(false)
    expect(saysDay({ ...legalBases['GDPR.6'], inForceFrom: '2018-05-25' })).toBe(false)
    expect(saysDay({ ...legalBases['COE197.13'], inForceFrom: '2008-02-01' })).toBe(false)
  })

  it('the day of a ruling, of an instruction or of a choice is the one it is of, and no entry into force', () => {
    expect((['CE.409579', 'CJUE.C-66-21', 'INSTR2015', 'MNIO.FLAG'] as const).map(isGiven)).toEqual(
      Array(4).fill(true)
    )
    expect((['CRPA.L121-1', 'EU.2011-36.2', 'EU.2024-1351.43'] as const).map(isGiven)).toEqual(
      Array(3).fill(false)
    )
  })

  it('says its source in French first', () => {
    const english = /\b(the|of|read|text|later|article not|from|excerpt)\b/i
    expect(legalCodes.filter((code) => english.test(legalBases[code].source.fr))).toEqual([])
    expect(legalCodes.filter((code) => legalBases[code].source.en === '')).toEqual([])
  })

  it('an identifier is one that a source shows: LEGIARTI, CELEX or ECLI', () => {
    const shown = legalCodes.flatMap((code) => legalBases[code].identifier ?? [])
    expect(
      shown.filter((one) => !/^(LEGIARTI\d{12}|3\d{4}[A-Z]\d{4}|6\d{4}[A-Z]{2}\d{4}|ECLI:.+)$/.test(one))
    ).toEqual([])
  })
})

describe('what a refusal may rest on', () => {
  it('is never what nobody read, what somebody else says of it, nor a version from before 2020', () => {
    for (const code of [...of('unread'), ...of('secondary')])
      expect([code, isRead(code)]).toEqual([code, false])
    const lately = { ...legalBases['CESEDA.L425-1'], textAsOf: '2025-01-01' } as const
    const of2025 = (read: 'full' | 'secondary' | 'unread') => bearsRefusal({ ...lately, read })
    expect([of2025('full'), of2025('secondary'), of2025('unread')]).toEqual([true, false, false])
    expect(legalBases['CASF.L226-4']).toMatchObject({ read: 'full', textAsOf: '2016-01-01' })
    expect(isRead('CASF.L226-4')).toBe(false)
  })

  it('is no excerpt of which no day is known: it may have been amended since', () => {
    expect(legalBases['CASF.R121-12-13-1']).toMatchObject({ read: 'excerpt', textAsOf: null })
    expect(isRead('CASF.R121-12-13-1')).toBe(false)
  })

  it('is words of the article itself, and a choice of this project', () => {
    expect([isRead('CESEDA.L425-1'), isRead('CASF.L121-9'), isRead('MNIO.FLAG')]).toEqual([true, true, true])
  })
})

describe('a reference', () => {
  it('that an act or a clock cites is a row', () => {
    const cited: LegalCode[] = [
      ...commandTypes.flatMap((type) => commandRow(type).basis),
      ...deadlineCodes.map((code) => deadlineRegister[code].basis)
    ]
    expect([...new Set(cited)].filter((code) => !legalCodes.includes(code))).toEqual([])
  })

  it('is written as the field writes it, with its paragraph', () => {
    expect(citation('CESEDA.R431-15-1')?.fr).toBe('CESEDA, art. R. 431-15-1')
    expect(citation('CASF.L222-5-1')?.fr).toBe(
      'Code de l’action sociale et des familles, art. L. 222-5-1, al. 1'
    )
    expect(citation('CPP.498')?.fr).toBe('Code de procédure pénale, art. 498, al. 1 et 2, 1°')
    expect(citation('CPP.706-5')?.fr).toBe('Code de procédure pénale, art. 706-5, al. 1 et 2')
    expect(citation('CESEDA.L432-13')?.fr).toBe('CESEDA, art. L. 432-13, 1°, 2° et 4°')
    expect(citation('CPP.D1-3')?.en).toBe('Code of Criminal Procedure, art. D. 1-3')
  })
})
