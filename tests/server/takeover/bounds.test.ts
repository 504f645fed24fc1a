import { describe, expect, it } from 'vitest'
import { columnForm, columnIds } from '../../../workflows/takeover/columns.ts'
import { likeness } from '../../../workflows/case/duplicates.ts'
import { filesAtMost, readFiles } from '../../../server/takeover/read.ts'
import { parseCsv } from '../../../server/organisations/csv.ts'
import { aLine, spreadsheet } from './spreadsheet.ts'

/** A second is more than ten times what the longest of these takes. */
const soon = 1000
const timed = <T>(work: () => T): T => {
  const from = performance.now()
  const done = work()
  expect(performance.now() - from).toBeLessThan(soon)
  return done
}
const told = (csv: string) =>
  timed(() => readFiles(csv)).problems.map(({ line, column }) => `${line} ${column}`)
const many = (one: (n: number) => ReturnType<typeof aLine>) =>
  spreadsheet(Array.from({ length: filesAtMost }, (_, n) => one(n)))

describe('a spreadsheet that is too large in one direction', () => {
  it('is refused where a cell holds more than its field', () => {
    for (const column of columnIds) {
      const { kind, atMost } = columnForm(column)
      const long = kind === 'text' ? 'a' : 'x|'
      expect(told(spreadsheet([aLine({ [column]: long.repeat(60_000) })]))).toContain(`2 ${column}`)
      expect(atMost).toBeLessThan(10_000)
    }
    expect(told(spreadsheet([aLine({ nom: 'é'.repeat(201) })]))).toEqual(['2 nom'])
    expect(told(spreadsheet([aLine({ nom: 'é'.repeat(200) })]))).toEqual([])
  })

  it('is refused where a list names more than there is to choose', () => {
    const { values } = columnForm('indices')
    expect(told(many(() => aLine({ indices: 'x|'.repeat(2000) })))).toHaveLength(filesAtMost)
    expect(told(spreadsheet([aLine({ indices: [...values, values[0]].join('|') })]))).toEqual(['2 indices'])
    expect(told(spreadsheet([aLine({ indices: values.join(' | ') })]))).toEqual([])
  })

  it('is refused where it has more columns than the template, in its heading or below', () => {
    const heading = Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(';')
    expect(told(`${heading}\n69`)).toEqual(['1 departement'])
    expect(told(`departement;rencontre_le\n69;12/03/2026${';x'.repeat(10_000)}`)).toEqual(['2 departement'])
    // Spreadsheets write empty cells after the last one that is filled.
    const empty = ';'.repeat(200)
    expect(told(`${spreadsheet([aLine()]).replace('\r\n', `${empty}\r\n`)}${empty}`)).toEqual([])
  })

  it('takes no longer where everybody in it has many names', () => {
    const names = (n: number) => Array.from({ length: 66 }, (_, at) => `${(at + n * 7) % 90}`)
    const letters = (n: number) =>
      names(n)
        .map((one) => String.fromCharCode(97 + Number(one[0])) + String.fromCharCode(97 + Number(one.at(-1))))
        .join(',')
    const csv = many((n) =>
      aLine({ nom: 'Aa', autres_noms: letters(n), naissance: `1/1/${1900 + 2 * (n % 50)}` })
    )
    const { lines, problems } = timed(() => readFiles(csv))
    expect([lines.length, problems]).toEqual([filesAtMost, []])
  })

  it('is held against nobody before each of its lines can be read', () => {
    const one = aLine({ nom: 'Zoé Martin', naissance: '1/2/1990' })
    const { lines } = readFiles(spreadsheet([one, one, aLine({ departement: '999' })]))
    expect(lines).toEqual([])
    // The third is of the first, wherever the second stands.
    expect(readFiles(spreadsheet([one, one, one])).lines.map(({ asLine }) => asLine)).toEqual([null, 2, 2])
  })

  it('is refused where a column is given twice, side by side as well, or a line is too many', () => {
    expect(told('departement;rencontre_le;rencontre_le\n69;12/03/2026;13/03/2026')).toEqual([
      '1 rencontre_le'
    ])
    const lines = (n: number) => spreadsheet(Array.from({ length: n }, () => aLine()))
    expect(told(lines(filesAtMost))).toEqual([])
    expect(told(lines(filesAtMost + 1))).toEqual(['1 departement'])
  })
})

describe('what is read letter by letter', () => {
  it('takes no longer for a contact without an end', () => {
    for (const contact of ['a'.repeat(60_000), `${'a@'.repeat(30_000)}`, `x@${'b'.repeat(60_000)}`])
      expect(timed(() => likeness({ contact }, { contact }))).toEqual([])
    const contact = `${'a'.repeat(60_000)} joy@exemple.fr`
    expect(timed(() => likeness({ contact }, { contact: 'Joy@Exemple.fr' }))).toEqual([
      'year_unknown',
      'same_contact'
    ])
  })

  it('takes no longer for a cell of quotes', () => {
    const csv = `a;b\nx${'"'.repeat(200_000)};y`
    expect(timed(() => parseCsv(csv))[1]!.cells).toHaveLength(2)
    expect(parseCsv('a;b\n  "x;y" ;"z ""w"""')[1]!.cells).toEqual(['x;y', 'z "w"'])
  })
})
