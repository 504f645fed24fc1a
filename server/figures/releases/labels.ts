import { bedsDimension, bedsTable } from '../../../figures/beds/beds.ts'
import { fixedTables, wordsOf, type TableId } from '../../../figures/fixed/tables.ts'
import { everywhere, spanOf } from '../../../figures/release/measures.ts'
import type { DimensionId } from '../../../figures/person/person.ts'
import { isTerritory, territory } from '../../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../../locale.ts'
import { instantIn } from '../../views/words.ts'
import type { ReleaseRow } from './store.ts'

// A release outlives the words of the code that made it: what has lost its word is shown by its code.
const same = (code: string): Bilingual => ({ fr: code, en: code })

export const tableWords = (id: string): Bilingual => {
  if (id === bedsTable.id) return bedsTable.label
  return Object.hasOwn(fixedTables, id) ? fixedTables[id as TableId].label : same(id)
}

const dimension = (name: string) => {
  if (name === bedsDimension.name) return bedsDimension
  try {
    return wordsOf(name as DimensionId)
  } catch {
    return null
  }
}
export const columnWords = (name: string): Bilingual => dimension(name)?.label ?? same(name)

const country: Bilingual = { fr: 'France entière', en: 'Whole of France' }
export const measureWords = (id: string): Bilingual => {
  const told = spanOf(id)
  return told ? columnWords(told.span) : same(id)
}

export const valueWords = (name: string, code: string): Bilingual => {
  const known = dimension(name)?.words[code]
  if (known) return known
  if (code === everywhere) return country
  return isTerritory(code) ? same(territory(code).name) : same(code)
}

/** A cell as `nameCells` names it, in words. */
export const cellWords = (name: string, locale: Locale): string => {
  const [table, rest] = name.includes(': ') ? name.split(': ') : [null, name]
  const parts = rest!.split(' & ').map((part) => {
    const [dimension, value] = part.split('=')
    return value === undefined
      ? part
      : `${columnWords(dimension!)[locale]} : ${valueWords(dimension!, value)[locale]}`
  })
  return [...(table ? [tableWords(table)[locale]] : []), ...parts].join(' · ')
}

/** What a version is without, by the names of its tables. */
export const leftOutIn = ({ leftOut }: Pick<ReleaseRow, 'leftOut'>, locale: Locale): string[] =>
  leftOut.map((id) => tableWords(id)[locale])

/** The instant at which places were counted, by the clock of the capital. */
export const placesAtIn = ({ placesAt }: Pick<ReleaseRow, 'placesAt'>, locale: Locale): string | null =>
  placesAt && instantIn(placesAt, locale, 'Europe/Paris')
