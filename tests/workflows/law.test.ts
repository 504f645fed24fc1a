import { describe, expect, it } from 'vitest'
import { isCivilDate } from '../../workflows/calendar.ts'
import { holidays } from '../../workflows/holidays.ts'
import {
  citation,
  legalBases,
  legalBasis,
  legalCodes,
  type LegalBasis,
  type LegalCode
} from '../../workflows/law.ts'

describe('legal bases', () => {
  it('an unknown reference is refused', () => {
    expect(() => legalBasis('CESEDA.R999-1' as LegalCode, '2026-11-24')).toThrow(
      'Unknown legal basis CESEDA.R999-1'
    )
  })

  it('is dated by the day it is relied upon', () => {
    expect(legalBasis('CESEDA.L425-1', '2021-04-30').inForce).toBe(false)
    expect(legalBasis('CESEDA.L425-1', '2026-11-24')).toMatchObject({
      code: 'CESEDA.L425-1',
      on: '2026-11-24',
      inForce: true,
      textAsOf: '2026-04-03',
      status: 'statute'
    })
  })

  it('does not pretend to know a day of entry into force that was not read', () => {
    expect(legalBasis('CESEDA.R425-2', '2026-11-24').inForce).toBeNull()
  })

  it.each(legalCodes)('%s has short words in both languages and names its source', (code) => {
    const { label, source, inForceFrom, textAsOf }: LegalBasis = legalBases[code]
    for (const words of [label.fr, label.en]) {
      expect(words.length).toBeGreaterThan(3)
      expect(words.length).toBeLessThanOrEqual(60)
    }
    expect(source).not.toBe('')
    for (const date of [inForceFrom, textAsOf]) expect(date === null || isCivilDate(date)).toBe(true)
  })

  it('is cited as those who know the text write it, and a choice of this project cites nothing', () => {
    expect(citation('MNIO.FLAG')).toBeNull()
    expect(citation('CESEDA.R425-1')?.fr).toBe('CESEDA, art. R425-1')
    expect(citation('CPP.706-3')?.fr).toBe('Code de procédure pénale, art. 706-3')
    expect(citation('EU.2011-36.11')?.fr).toBe('Directive 2011/36/UE, art. 11')
    expect(citation('INSTR2015')?.fr).toBe('Instruction du 19 mai 2015')
    const cited = legalCodes.filter((code) => legalBases[code].status === 'statute')
    expect(cited.filter((code) => citation(code) === null)).toEqual([])
  })

  it('what the mechanism leaves open never passes for law', () => {
    const design = legalCodes.filter((code) => legalBases[code].status === 'design')
    expect(design).toEqual(legalCodes.filter((code) => code.startsWith('MNIO.')))
  })

  it('treaties and practice weigh as soft law', () => {
    expect(legalBases['COE197.10'].status).toBe('soft')
    expect(legalBases['INSTR2015'].status).toBe('soft')
    expect(legalBases['EU.2011-36.11'].verified).toBe(false)
  })

  it('holidays of the labour code rest on an article of the table', () => {
    const named = holidays.flatMap(({ basis }) => (basis === null ? [] : [basis]))
    expect(legalCodes).toEqual(expect.arrayContaining(named))
  })
})
