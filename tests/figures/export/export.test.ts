import readExcel from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { csvOf, metadataCsvOf, tabularMetadataOf, csvText } from '../../../figures/export/csv.ts'
import { licence } from '../../../figures/export/words.ts'
import { fileNameOf, rowsOf, type Exported } from '../../../figures/export/exported.ts'
import { jsonStatOf } from '../../../figures/export/json-stat.ts'
import { xlsxOf } from '../../../figures/export/xlsx.ts'
import { parseCsv } from '../../../server/organisations/csv.ts'

const hostile = '=1+1; "guillemets"\nà la ligne'

const exported = (change: Partial<Exported> = {}): Exported => ({
  table: {
    id: 'territoire-forme',
    dimensions: [
      { name: 'territory', values: ['93', '976'], several: false },
      { name: 'form', values: ['sexual', 'labour'], several: true }
    ],
    shown: [412, null, 431, null, 38, 44, 420, 69, 471]
  },
  release: {
    number: 3,
    version: 2,
    erratum: 'Mayotte : un envoi en double est retiré.',
    kind: 'provisional',
    year: 2026,
    leftOut: [],
    asOf: '2026-09-30',
    placesAt: null,
    publishedOn: '2026-11-02',
    threshold: 11,
    maximumDeviation: 5,
    variance: 4
  },
  words: {
    title: 'Personnes signalées par territoire et forme',
    total: 'Ensemble',
    dimensions: [
      { label: 'Territoire', values: ['Seine-Saint-Denis', 'Mayotte'] },
      { label: 'Forme', values: ['exploitation sexuelle', hostile] }
    ]
  },
  language: 'fr',
  reader: null,
  ...change
})

const csvRows = (text: string) => parseCsv(text).map(({ cells }) => cells)

describe('a masked cell', () => {
  const masked = exported({ table: { ...exported().table, shown: Array<null>(9).fill(null) } })

  test('is empty in every format, and never zero', async () => {
    const persons = csvRows(csvOf(masked)).map((cells) => cells[4])
    expect(new Set(persons.slice(1))).toEqual(new Set(['']))
    const { value, status } = JSON.parse(jsonStatOf(masked)) as { value: unknown[]; status: object }
    expect(value).toEqual(Array(9).fill(null))
    expect(Object.values(status)).toEqual(Array(9).fill('c'))
    const [data] = await readExcel(await xlsxOf(masked))
    expect(new Set(data!.data.slice(1).map((row) => row[4]))).toEqual(new Set([null]))
  })

  test('says in each that it does not mean zero', () => {
    for (const text of [metadataCsvOf(masked), tabularMetadataOf(masked), jsonStatOf(masked)])
      expect(text).toContain('ne veut pas dire zéro')
  })
})

describe('read back, a table is what it was', () => {
  const one = exported()
  const rows = rowsOf(one)

  test('from CSV, a label that looks like a formula being a word', () => {
    const text = csvOf(one)
    const [head, ...read] = csvRows(text)
    expect(head).toEqual(['territory', 'territory_label', 'form', 'form_label', 'persons', 'status'])
    expect(read).toHaveLength(rows.length)
    expect(read.map((cells) => [cells[0], cells[2]])).toEqual(rows.map(({ codes }) => codes))
    expect(read.map((cells) => (cells[4] === '' ? null : Number(cells[4])))).toEqual(one.table.shown)
    expect(read.map((cells) => cells[3])).toContain(`'${hostile}`)
    expect(text).not.toMatch(/(^|;|")=/m)
  })

  test('from JSON-stat 2.0, where persons were found is a place as well as where they were flagged', () => {
    const { dimensions, shown } = one.table
    const found = { ...one.table, shown, dimensions: [{ ...dimensions[0]!, name: 'found' }, dimensions[1]!] }
    expect(JSON.parse(jsonStatOf({ ...one, table: found })).role).toEqual({ geo: ['found'] })
  })

  test('from JSON-stat 2.0, by the index of each category', () => {
    const read = JSON.parse(jsonStatOf(one)) as {
      version: string
      class: string
      id: string[]
      size: number[]
      value: (number | null)[]
      status: Record<string, string>
      role: object
      dimension: Record<string, { category: { index: string[]; label: Record<string, string> } }>
    }
    expect([read.version, read.class, read.size, read.role]).toEqual([
      '2.0',
      'dataset',
      [3, 3],
      { geo: ['territory'] }
    ])
    const at = (codes: string[]) =>
      read.id.reduce(
        (cell, id, axis) =>
          cell * read.size[axis]! + read.dimension[id]!.category.index.indexOf(codes[axis]!),
        0
      )
    for (const { codes, labels, persons } of rows) {
      expect(read.value[at(codes)]).toBe(persons)
      expect(read.status[String(at(codes))]).toBe(persons === null ? 'c' : undefined)
      expect(codes.map((code, axis) => read.dimension[read.id[axis]!]!.category.label[code])).toEqual(labels)
    }
  })

  test('from XLSX, with what must be known of it on a second sheet', async () => {
    const sheets = await readExcel(await xlsxOf(one))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Données', 'À lire'])
    const [head, ...read] = sheets[0]!.data
    expect(head).toContain('Personnes')
    expect(read.map((cells) => cells[4])).toEqual(one.table.shown)
    expect(read.map((cells) => cells[3])).toContain(hostile)
    const facts = new Map(sheets[1]!.data.map(([label, value]) => [label, value]))
    expect(facts.get('Erratum')).toBe('Mayotte : un envoi en double est retiré.')
    expect(facts.get('Seuil')).toBe(11)
  })
})

describe('what travels with a file', () => {
  test('names its columns, its key and its licence to a machine, in the manner of the W3C', () => {
    const one = exported()
    const described = JSON.parse(tabularMetadataOf(one)) as {
      url: string
      dialect: { delimiter: string }
      tableSchema: { primaryKey: string[]; columns: { name: string; required: boolean }[] }
      'dc:license': { '@id': string }
    }
    expect(described.url).toBe(`${fileNameOf(one)}.csv`)
    expect(described.tableSchema.columns.map(({ name }) => name)).toEqual(csvRows(csvOf(one))[0])
    expect(described.tableSchema.primaryKey).toEqual(['territory', 'form'])
    expect(described.dialect.delimiter).toBe(';')
    expect(described['dc:license']['@id']).toContain('licence-ouverte')
  })

  test('gives what partners alone are shown no open licence, and says that it may not be passed on', () => {
    for (const territory of [null, '69']) {
      const theirs = exported({ reader: { territory } })
      const facts = new Map(csvRows(metadataCsvOf(theirs)).map(([id, , value]) => [id, value]))
      expect(facts.get('licence')).toContain('ne publier ni transmettre')
      for (const text of [metadataCsvOf(theirs), tabularMetadataOf(theirs), jsonStatOf(theirs)])
        expect(text.toLowerCase()).not.toContain('ouverte')
      expect(JSON.parse(tabularMetadataOf(theirs))).toHaveProperty(
        'dc:accessRights',
        expect.stringContaining('partenaires')
      )
    }
    expect(csvRows(metadataCsvOf(exported())).map(([, , value]) => value)).toContain(licence.name)
  })

  test('says release, version, erratum, kind, day, threshold, noise and method', () => {
    const facts = new Map(csvRows(metadataCsvOf(exported())).map(([id, , value]) => [id, value]))
    expect(facts.get('release')).toBe('3')
    expect(facts.get('version')).toBe('2')
    expect(facts.get('kind')).toBe('provisoire')
    expect(facts.get('asOf')).toBe('2026-09-30')
    expect(facts.get('maximumDeviation')).toBe('5')
    expect(facts.get('variance')).toBe('4')
    expect(facts.get('method')).toMatch(/INSEE, ONS, Destatis.*inférieur à 11/)
    expect(facts.get('several')).toContain('Forme')
  })

  test('two versions never have one name', () => {
    const corrected = exported({ release: { ...exported().release, version: 3 } })
    expect(fileNameOf(corrected)).not.toBe(fileNameOf(exported()))
  })
})

describe('a file for a spreadsheet', () => {
  test('quotes what needs it', () => {
    expect(csvText([['a;b', 'say "no"', 3]])).toBe('\uFEFF"a;b";"say ""no""";3\r\n')
  })

  test.each(['=1+1', '+1', '-1', '@x'])('lets no formula start: %s', (text) => {
    expect(csvText([[text]])).toBe(`\uFEFF'${text}\r\n`)
  })
})
