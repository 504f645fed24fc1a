import { bedsDimension, bedsTable } from '../../../figures/beds/beds.ts'
import { fixedTables, wordsOf, type TableId } from '../../../figures/fixed/tables.ts'
import { everywhere, spanOf } from '../../../figures/release/measures.ts'
import type { DimensionId } from '../../../figures/person/person.ts'
import { isTerritory, territory } from '../../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'

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
