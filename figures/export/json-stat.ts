import { marginName, sizesOf } from '../table/table.ts'
import { factsOf, type Exported } from './exported.ts'

/** The code list of SDMX: withheld for confidentiality. */
const confidential = 'c'

const dimensionOf = ({ table, words }: Exported, axis: number) => {
  const codes = [...table.dimensions[axis]!.values, marginName]
  const labels = [...words.dimensions[axis]!.values, words.total]
  return {
    label: words.dimensions[axis]!.label,
    category: { index: codes, label: Object.fromEntries(codes.map((code, at) => [code, labels[at]])) },
    extension: { several: table.dimensions[axis]!.several }
  }
}

/** Where a person was flagged, and where found. */
const geographic = ['territory', 'found']

/** The table as JSON-stat 2.0: a masked cell is null and has the status `c`; its order is that of the grid. */
export const jsonStatOf = (exported: Exported): string => {
  const { table, release, words } = exported
  const ids = table.dimensions.map(({ name }) => name)
  const geo = ids.filter((id) => geographic.includes(id))
  const masked = table.shown.flatMap((persons, cell) => (persons === null ? [[cell, confidential]] : []))
  const dataset = {
    version: '2.0',
    class: 'dataset',
    label: words.title,
    source: 'MNIO',
    updated: release.publishedOn,
    id: ids,
    size: sizesOf(table),
    ...(geo.length > 0 && { role: { geo } }),
    dimension: Object.fromEntries(ids.map((id, axis) => [id, dimensionOf(exported, axis)])),
    value: table.shown,
    status: Object.fromEntries(masked) as Record<string, string>,
    extension: { facts: factsOf(exported) }
  }
  return `${JSON.stringify(dataset)}\n`
}
