import readExcel from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { AdministrativeFigure } from '../../../figures/administrative/figure.ts'
import { dimensionsOf, tableIds } from '../../../figures/fixed/tables.ts'
import { difference, tableFrom } from '../../../figures/fixed/cells.ts'
import { codePerson } from '../../../figures/person/person.ts'
import { fillReport, type FilledReport, type Sources } from '../../../figures/reports/fill.ts'
import { reportCsv, reportXlsx } from '../../../figures/reports/files.ts'
import { reportLines } from '../../../figures/reports/lines.ts'
import { reports } from '../../../figures/reports/reports.ts'
import type { ReleasedTable } from '../../../figures/table/counted.ts'
import { sizeOf, sizesOf } from '../../../figures/table/table.ts'
import { parseCsv } from '../../../server/organisations/csv.ts'
import { aLife } from '../person/a-life.ts'

const nothing: Sources = { tables: [], beside: [], panel: null, population: 68_000_000 }

const filledWith = (shown: number | null): ReleasedTable[] =>
  tableIds.map((id) => {
    const dimensions = dimensionsOf(id)
    return { id, dimensions, shown: Array<number | null>(sizeOf(sizesOf({ dimensions }))).fill(shown) }
  })

const convicted = (edition: string, value: number): AdministrativeFigure => ({
  source: 'sdse',
  measure: 'convicted',
  year: 2026,
  value,
  unit: 'persons',
  edition,
  reading: 'V'
})

const person = (more: Parameters<typeof aLife>[0], key: number) =>
  ({ ...codePerson(aLife(more))[0]!, key, sign: 1 }) as const
const countedOf = (people: readonly ReturnType<typeof person>[]): ReleasedTable[] => {
  const cells = difference(people)
  return tableIds.map((id) => {
    const { dimensions, counts } = tableFrom(
      id,
      cells.filter(({ table }) => table === id)
    )
    return { id, dimensions, shown: [...counts] }
  })
}

const all = Object.values(reports)
const linesOf = ({ sections }: FilledReport) => sections.flatMap(({ lines }) => lines)
const lineOf = (report: FilledReport, id: string) => linesOf(report).find((one) => one.id === id)!

describe.each(all.map((report) => [report.id, report] as const))('%s', (_, report) => {
  test('what is not known is never a zero, and says why', () => {
    for (const line of linesOf(fillReport(report, nothing))) {
      expect(line.value, line.id).toBeNull()
      expect(['unreleased', 'unentered', 'missing'], line.id).toContain(line.state)
      if ('missing' in line.from) expect(line.from.missing.fr && line.from.missing.en).toBeTruthy()
    }
  })

  test('a masked cell stays masked, and so does every sum in which it stands', () => {
    const lines = linesOf(fillReport(report, { ...nothing, tables: filledWith(null) }))
    for (const line of lines.filter(({ from }) => 'ours' in from || 'rate' in from || 'panel' in from))
      expect([line.state, line.value], line.id).toEqual(['masked', null])
  })

  test('every line of ours finds its table, and its ids are its own', () => {
    const lines = linesOf(fillReport(report, { ...nothing, tables: filledWith(40) }))
    for (const line of lines.filter(({ from }) => 'ours' in from)) expect(line.state, line.id).toBe('filled')
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
  })

  test('names what it does not know', () => {
    expect(linesOf(fillReport(report, nothing)).some(({ state }) => state === 'missing')).toBe(true)
  })
})

describe('a report is filled with what is counted', () => {
  const people = [
    person(
      {
        facts: {
          sex: 'female',
          ageBand: '18-24',
          ageGroup: 'adult',
          forms: ['sexual', 'labour'],
          citizenship: 'NG'
        },
        regions: { ...aLife().regions, identification: 'presumed' }
      },
      1
    ),
    person(
      {
        facts: { sex: 'female', ageBand: '15-17', ageGroup: 'minor', forms: ['sexual'], citizenship: 'FR' },
        regions: { ...aLife().regions, identification: 'formally_identified' }
      },
      2
    ),
    person(
      {
        facts: { sex: 'male', ageBand: null, ageGroup: 'adult', forms: ['labour'], citizenship: 'RO' },
        regions: { ...aLife().regions, identification: 'insufficient_elements' }
      },
      3
    )
  ]
  const tables = countedOf(people)
  const filled = fillReport(reports.eurostat, { ...nothing, tables })
  const value = (id: string) => lineOf(filled, id).value

  test('registered victims are those of whom grounds were found, formally identified or not', () => {
    expect(value('victims')).toBe(2)
    expect(value('victims.formal')).toBe(1)
  })

  test('by sex and age, citizenship, and form, of which a person may have several', () => {
    expect(value('sex_age.female.adult')).toBe(1)
    expect(value('sex_age.female.minor')).toBe(1)
    expect(value('sex_age.male.adult')).toBe(0)
    expect(value('citizenship.own')).toBe(1)
    expect(value('citizenship.non_eu')).toBe(1)
    expect(value('citizenship.eu')).toBe(0)
    expect([value('form.sexual'), value('form.labour')]).toEqual([2, 1])
  })

  test('a citizen of Norway or Switzerland is none of the Union, nor is whoever may be one of either', () => {
    const citizens = ['NO', 'CH', 'IS', 'LI', 'RO', 'DE', null].map((citizenship, key) =>
      person(
        {
          facts: { nationality: 'eu', ...(citizenship && { citizenship }) },
          regions: { ...aLife().regions, identification: 'presumed' }
        },
        key
      )
    )
    const told = fillReport(reports.eurostat, { ...nothing, tables: countedOf(citizens) })
    const counts = ['own', 'eu', 'non_eu', 'unknown'].map((id) => lineOf(told, `citizenship.${id}`).value)
    expect(counts).toEqual([0, 2, 4, 1])
  })

  test('a table that the release is without is said to be, and is no zero', () => {
    const without = tables.filter(({ id }) => id !== 'status_zone_sex')
    const told = fillReport(reports.eurostat, { ...nothing, tables: without, leftOut: ['status_zone_sex'] })
    expect(lineOf(told, 'citizenship.eu')).toMatchObject({ state: 'left_out', value: null })
    expect(lineOf(told, 'victims').state).toBe('filled')
  })

  test('a rate is of the whole population', () => {
    const sdg = fillReport(reports.sdg, { ...nothing, tables, population: 100_000 })
    expect(lineOf(sdg, 'rate').value).toBe(2)
  })

  test('exact, a number of few persons or of nobody bears its flag, and a year without its final release another', () => {
    const exact = reportLines(filled, 'fr', { exact: true, provisional: true })
    const flag = (id: string) => exact.find((one) => one.id === id)!.flag
    expect(flag('victims')).toBe('c p')
    expect(flag('sex_age.male.adult')).toBe('c p')
    expect(flag('suspects')).toBe('')
    expect(reportLines(filled, 'fr').every((one) => one.flag === '')).toBe(true)
  })
})

describe('figures of others stand beside', () => {
  test('one edition is the value; of two, none is preferred and nothing is added', () => {
    const one = fillReport(reports.greta, { ...nothing, beside: [convicted('Infostat 198', 880)] })
    expect(lineOf(one, 'convicted').value).toBe(880)
    const beside = [convicted('Infostat 198', 880), convicted('Infostat 210', 1046)]
    const two = lineOf(fillReport(reports.greta, { ...nothing, beside }), 'convicted')
    expect([two.value, two.editions.map(({ value }) => value)]).toEqual([null, [880, 1046]])
  })

  test('no line adds ours to theirs', () => {
    const lines = all.flatMap((report) => report.sections.flatMap((section) => section.lines))
    for (const { from } of lines)
      expect(
        Object.keys(from).filter((key) => ['ours', 'rate', 'beside', 'panel', 'missing'].includes(key))
      ).toHaveLength(1)
  })
})

describe('a report leaves', () => {
  const report = fillReport(reports.eurostat, {
    ...nothing,
    tables: filledWith(40),
    beside: [convicted('Infostat 198', 880)]
  })
  const file = {
    report,
    year: 2026,
    language: 'fr',
    drawn: 'Publication n° 3',
    method: 'Bruit : écart de 5 au plus.',
    exact: false,
    provisional: false
  } as const

  test('as CSV, with its year, what it was drawn from and every line', () => {
    const rows = parseCsv(reportCsv(file)).map(({ cells }) => cells)
    expect(rows).toContainEqual(['Année', '2026'])
    expect(rows).toContainEqual(['D’après', 'Publication n° 3'])
    expect(rows).toContainEqual(['Méthode', 'Bruit : écart de 5 au plus.'])
    const lines = linesOf(report)
    expect(rows.filter(([id]) => lines.some((line) => line.id === id))).toHaveLength(lines.length)
    expect(rows.find(([id]) => id === 'victims')!.slice(3, 6)).toEqual(['120', '', 'rempli'])
  })

  test('as XLSX, with the same', async () => {
    const sheets = await readExcel(await reportXlsx(file))
    expect(sheets[0]!.data).toHaveLength(linesOf(report).length + 1)
    expect(sheets[0]!.data.find(([id]) => id === 'convicted')![3]).toBe(880)
    expect(sheets[1]!.data.map(([label]) => label)).toContain('Année')
  })
})
