import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isCivilDate } from '../../../workflows/calendar/calendar.ts'
import { commandRow } from '../../../workflows/case/commands.ts'
import { guards } from '../../../workflows/guards/guards.ts'
import { holidays } from '../../../workflows/calendar/holidays.ts'
import {
  citation,
  isRead,
  legalBases,
  legalBasis,
  legalCodes,
  type LegalBasis,
  type LegalCode
} from '../../../workflows/law/register.ts'
import { lengths, programmePeriods } from '../../../workflows/law/lengths.ts'
import { offenceArticles, offenceCodes } from '../../../workflows/law/opened-by-offence.ts'

describe('legal bases', () => {
  it('an unknown reference is refused', () => {
    expect(() => legalBasis('CESEDA.R999-1' as LegalCode, '2026-11-24')).toThrow(
      'Unknown legal basis CESEDA.R999-1'
    )
  })

  it('is dated by the day it is relied upon', () => {
    expect(legalBasis('CRPA.L121-1', '2015-12-31').inForce).toBe(false)
    expect(legalBasis('CRPA.L121-1', '2026-11-24')).toMatchObject({
      code: 'CRPA.L121-1',
      on: '2026-11-24',
      inForce: true,
      textAsOf: '2026-03-27',
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
      expect(words.length).toBeLessThanOrEqual(90)
    }
    for (const words of [source.fr, source.en]) expect(words).not.toBe('')
    for (const date of [inForceFrom, textAsOf]) expect(date === null || isCivilDate(date)).toBe(true)
  })

  it('is cited as those who know the text write it, and a choice of this project cites nothing', () => {
    expect(citation('MNIO.FLAG')).toBeNull()
    expect(citation('CESEDA.R425-1')?.fr).toBe('CESEDA, art. R. 425-1')
    expect(citation('CPP.706-3')?.fr).toBe('Code de procédure pénale, art. 706-3')
    expect(citation('EU.2011-36.11')?.fr).toBe('Directive 2011/36/UE, art. 11')
    expect(citation('INSTR2015')?.fr).toBe('Instruction du 19 mai 2015')
    const cited = legalCodes.filter((code) => legalBases[code].status === 'statute')
    expect(cited.filter((code) => citation(code) === null)).toEqual([])
  })

  it('a text of law says who made it, and what nobody enacted does not', () => {
    const levelOf = (code: LegalCode) => legalBases[code].level
    expect(legalCodes.filter((code) => legalBases[code].status === 'statute' && !levelOf(code))).toEqual([])
    expect(legalCodes.filter((code) => legalBases[code].status === 'design' && levelOf(code))).toEqual([])
    const bySoft = legalCodes.filter((code) => legalBases[code].status === 'soft').map(levelOf)
    expect(new Set(bySoft)).toEqual(new Set(['treaty', 'union', null]))
    // The letter of an article says it too; the whole of civil procedure is a decree.
    const decreed = legalCodes.filter((code) => levelOf(code) === 'decree')
    const lettered = legalCodes.filter((code) =>
      /^(CPC\.|D20)|^(CESEDA|CPP|CJA|CASF|CTRAV)\.[RD]|^COJ\.Ann/.test(code)
    )
    expect(decreed).toEqual(lettered)
  })

  it('is one row for each reference, so many of each weight', async () => {
    const names = readdirSync(new URL('../../../workflows/law/', import.meta.url)).filter(
      (name) => name.endsWith('.ts') && name !== 'register.ts'
    )
    const files = await Promise.all(
      names.map((name) => import(`../../../workflows/law/${name.slice(0, -3)}.ts`))
    )
    const sections = files.flatMap((file: object) => Object.entries(file))
    const rows = sections.flatMap(([name, section]) => (name.endsWith('Bases') ? Object.keys(section) : []))
    expect(rows.toSorted()).toEqual(legalCodes.toSorted())
    const weights = Map.groupBy(Object.values<LegalBasis>(legalBases), ({ status, level }) =>
      [status, level ?? 'of nobody'].join(' ')
    )
    expect([...weights].map(([weight, { length }]) => `${weight}: ${length}`).toSorted()).toEqual([
      'design of nobody: 33',
      'soft of nobody: 23',
      'soft treaty: 9',
      'soft union: 13',
      'statute decree: 118',
      'statute law: 260',
      'statute union: 11'
    ])
  })

  it('every offence that an act may name has its article, of the name it bears', () => {
    expect(offenceCodes.map((code) => offenceArticles[code].replaceAll(/[.-]/g, ''))).toEqual(
      offenceCodes.map((code) => `CP${code.replaceAll('-', '')}`)
    )
    expect(legalCodes).toEqual(expect.arrayContaining(Object.values(offenceArticles)))
  })

  it('what the mechanism leaves open never passes for law', () => {
    const design = legalCodes.filter((code) => legalBases[code].status === 'design')
    expect(design).toEqual(legalCodes.filter((code) => code.startsWith('MNIO.')))
  })

  it('treaties and practice weigh as soft law', () => {
    expect(legalBases['COE197.10'].status).toBe('soft')
    expect(legalBases['INSTR2015'].status).toBe('soft')
    expect(legalBases['EU.2011-36.11'].read).toBe('unread')
    expect(legalBases['EU.2011-36.8'].read).toBe('secondary')
  })

  it('an exit programme has four periods of six months, and no more', () => {
    expect(lengths.exitProgramme.length).toEqual({ n: 6, unit: 'months' })
    expect(programmePeriods).toBe(4)
  })

  // The excerpt of the article that was read does not say so: a report to the Senate does, which may warn and refuses nothing.
  it('that they last twenty-four months at most is told by a source of its own, and never by the article (CASF L121-9)', () => {
    const { basis, length } = lengths.exitProgrammes
    expect([basis, length]).toEqual(['SENAT.PSP', { n: 24, unit: 'months' }])
    expect(legalBases[basis]).toMatchObject({ read: 'secondary', status: 'soft' })
    expect(isRead(basis)).toBe(false)
    expect(guards.programmeRenewable.rests).toEqual([basis])
    expect(lengths.exitProgramme.basis).toBe('CASF.L121-9')
    expect(commandRow('psp.renew').warns).toContain('programmeRenewable')
  })

  it('holidays of the labour code rest on an article of the table', () => {
    const named = holidays.flatMap(({ basis }) => (basis === null ? [] : [basis]))
    expect(legalCodes).toEqual(expect.arrayContaining(named))
  })
})
