import { expect, it } from 'vitest'
import { readFiles } from '../../../server/takeover/read.ts'
import { cellsIn, mendedIn } from '../../../server/takeover/mend.ts'
import { aLine, spreadsheet } from './spreadsheet.ts'

const wrong = spreadsheet([aLine({ reference: 'D-1' }), aLine({ departement: '999', nom: 'A "B"; C' })])
const problems = (text: string) => readFiles(text).problems.map(({ line, column }) => `${line} ${column}`)

it('a cell of no line, no column or the heading is left as it is', () => {
  expect(cellsIn(wrong)(9, 'departement')).toBeNull()
  expect(cellsIn(wrong)(3, 'adresse')).toBeNull()
  const other = mendedIn(wrong, [
    { line: 1, column: 'departement', text: 'x' },
    { line: 9, column: 'departement', text: '69' },
    { line: 3, column: 'adresse', text: 'x' }
  ])
  expect(problems(other)).toEqual(problems(wrong))
  expect(mendedIn(wrong, [])).toBe(wrong)
})

it('what is written anew is read again on its own line, and all else as it was', () => {
  expect(problems(wrong)).toEqual(['3 departement'])
  expect(cellsIn(wrong)(3, 'departement')).toBe('999')
  const mended = mendedIn(wrong, [{ line: 3, column: 'departement', text: ' 69 ' }])
  expect(problems(mended)).toEqual([])
  expect(cellsIn(mended)(3, 'departement')).toBe('69')
  expect(cellsIn(mended)(3, 'nom')).toBe('A "B"; C')
  expect(readFiles(mended).lines.map(({ line, reference }) => [line, reference])).toEqual([
    [2, 'D-1'],
    [3, '']
  ])
})

it('lines keep their numbers where some are empty, or a cell holds several', () => {
  const [heading, first, second] = wrong.split('\r\n')
  const spread = [heading, '', first!.replace('D-1', '"D\n1"'), '', second].join('\n')
  expect(problems(spread)).toEqual(['6 departement'])
  const mended = mendedIn(spread, [{ line: 6, column: 'departement', text: '69' }])
  expect(readFiles(mended).lines.map(({ line }) => line)).toEqual([3, 6])
  expect(problems(mendedIn(mended, [{ line: 6, column: 'departement', text: '998' }]))).toEqual([
    '6 departement'
  ])
})
