import { bedsTable } from '../beds/beds.ts'
import { releaseKinds, type ReleaseKind } from '../release/rules.ts'
import type { ReleasedTable } from '../table/counted.ts'
import { coordinatesOf, marginName, sizesOf } from '../table/table.ts'
import {
  columnWords,
  factWords,
  leftOutOf,
  methodOf,
  notSummed,
  severalOf,
  termsFor,
  type Language
} from './words.ts'

/** What a release says of itself in every file that leaves with it. */
export type ReleaseFacts = {
  number: number
  /** The first is 1; a correction is the next, and says what was wrong. */
  version: number
  erratum: string | null
  kind: ReleaseKind
  year: number
  /** Titles of the tables that this version is without. */
  leftOut: readonly string[]
  /** Civil days. */
  asOf: string
  publishedOn: string
  /** The instant, in words, of which a table of places is; null where it was not kept. */
  placesAt: string | null
  threshold: number
  /** Of the noise: how far a count may stand from the truth, and how much it varies. */
  maximumDeviation: number
  variance: number
}

/** The words of a table in one language, in the order of its dimensions and of their values. */
export type TableWords = {
  title: string
  total: string
  dimensions: readonly { label: string; values: readonly string[] }[]
}

/** One released table with all that a reader needs who has nothing but the file. */
export type Exported = {
  table: ReleasedTable
  release: ReleaseFacts
  words: TableWords
  language: Language
  /** For whom else than the public it is: partners, or those of one territory. */
  reader: { territory: string | null } | null
}

/**
 * `chiffres-territory_form-2026-r3-v1`, with `-partenaires` or `-partenaires-69` behind it: two versions never have one name, nor
 * has what partners read the name of what the public reads.
 */
export const fileNameOf = ({ table, release, reader }: Exported): string =>
  [
    `chiffres-${table.id}-${release.year}-r${release.number}-v${release.version}`,
    ...(reader ? ['partenaires', ...(reader.territory === null ? [] : [reader.territory])] : [])
  ].join('-')

export type Row = { codes: string[]; labels: string[]; persons: number | null }

/** Every cell, margins included, in the order of the grid. */
export const rowsOf = ({ table, words }: Exported): Row[] => {
  const sizes = sizesOf(table)
  return table.shown.map((persons, cell) => {
    const at = coordinatesOf(cell, sizes)
    return {
      codes: at.map((index, axis) => table.dimensions[axis]!.values[index] ?? marginName),
      labels: at.map((index, axis) => words.dimensions[axis]!.values[index] ?? words.total),
      persons
    }
  })
}

/** Beside the tables of persons stands one of places. */
const isOfPlaces = ({ id }: ReleasedTable) => id === bedsTable.id

export type Column = { name: string; title: string; of: 'code' | 'label' | 'count' | 'status' }

export const columnsOf = ({ table, words, language }: Exported): Column[] => [
  ...table.dimensions.flatMap(({ name }, axis): Column[] => [
    { name, title: `${words.dimensions[axis]!.label} (${columnWords.code[language]})`, of: 'code' },
    { name: `${name}_label`, title: words.dimensions[axis]!.label, of: 'label' }
  ]),
  isOfPlaces(table)
    ? { name: 'places', title: columnWords.places[language], of: 'count' }
    : { name: 'persons', title: columnWords.persons[language], of: 'count' },
  { name: 'status', title: columnWords.status[language], of: 'status' }
]

export const statusOf = (persons: number | null) => (persons === null ? 'masked' : 'shown')

/** Of a row, one value for each column. */
export const cellsOf = ({ codes, labels, persons }: Row): (string | number | null)[] => [
  ...codes.flatMap((code, axis) => [code, labels[axis]!]),
  persons,
  statusOf(persons)
]

export type Fact = { id: keyof typeof factWords; label: string; value: string | number }

/** The facts of a file, in the order in which they are read. */
export const factsOf = ({ table, release, words, language, reader }: Exported): Fact[] => {
  const several = table.dimensions.flatMap((dimension, axis) =>
    dimension.several ? [words.dimensions[axis]!.label] : []
  )
  const terms = termsFor(reader ? 'partner' : 'public', language)
  const values: Record<keyof typeof factWords, string | number | null> = {
    title: words.title,
    publisher: 'MNIO',
    release: release.number,
    version: release.version,
    erratum: release.erratum,
    kind: releaseKinds[release.kind][language],
    year: release.year,
    // Of places only how they stand when they are counted is known.
    asOf: isOfPlaces(table) ? release.placesAt : release.asOf,
    leftOut: release.leftOut.length > 0 ? leftOutOf(release.leftOut, language) : null,
    publishedOn: release.publishedOn,
    unit: (isOfPlaces(table) ? bedsTable.unit : columnWords.unit)[language],
    method: methodOf(release, language),
    threshold: release.threshold,
    maximumDeviation: release.maximumDeviation,
    variance: release.variance,
    additivity: notSummed[language],
    several: several.length > 0 ? severalOf(several, language) : null,
    masked: columnWords.masked[language],
    licence: terms.name,
    licenceUrl: terms.url
  }
  const ids = Object.keys(factWords) as Fact['id'][]
  return ids.flatMap((id) => {
    const value = values[id]
    return value === null ? [] : [{ id, label: factWords[id][language], value }]
  })
}
