import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { dataClasses, type DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import { exits } from '../exits.ts'
import type { Exception } from './known.ts'
import type { Killed } from '../mutants.ts'
import { comparedBy, type Results } from '../results.ts'
import { tableOf, type Row } from './table.ts'

const number = new Intl.NumberFormat('fr')
const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
const tableWith = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')

const classes = Object.keys(dataClasses) as DataClass[]
const nameOf = (dataClass: DataClass) => `${dataClass}, ${dataClasses[dataClass].fr}`

/** One class: who is blind to it, and how many answers were compared at each exit there is for them; a dash where there is none. */
const ofClass = (dataClass: DataClass, rows: readonly Row[]): string => {
  const own = rows.filter((row) => row.dataClass === dataClass)
  const shown = exits.filter((exit) => own.some(({ cells }) => cells.some((cell) => cell.exit === exit)))
  const cellsOf = ({ capacity, cells }: Row) => [
    capacities[capacity as Capacity].fr,
    ...shown.map((exit) => cells.find((cell) => cell.exit === exit)?.count ?? '–')
  ]
  return `### ${nameOf(dataClass)}\n\n${tableWith(['Capacité', ...shown], own.map(cellsOf))}`
}

export const mutantsTable = ({ classes: byClass, exits: byExit }: Killed): string =>
  tableWith(
    ['Mutant', 'Différences vues'],
    [
      ...classes.map((one) => [`divulgue ${nameOf(one)}`, byClass[one] ?? 0]),
      ...exits.map((one) => [`fuit par « ${one} »`, byExit[one] ?? 0])
    ]
  )

export const exceptionsTable = (exceptions: readonly Exception[]): string =>
  exceptions.length === 0
    ? 'Aucune.'
    : tableWith(
        ['Classe', 'Sortie', 'Pourquoi'],
        exceptions.map(({ dataClass, exit, why }) => [dataClass, exit, why])
      )

type Run = {
  results: Results
  times: Record<string, number>
  exceptions: readonly Exception[]
  mutants: Killed
  seed: number
  /** How it was called. */
  asked: string
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0)

export const pageOf = ({ results, times, exceptions, mutants, seed, asked }: Run): string =>
  `# Les vies racontées deux fois

${number.format(results.pairs)} vies racontées deux fois (graine ${seed}), ${number.format(total(comparedBy(results, 2)))} réponses comparées,
${number.format(Object.keys(results.kinds).length)} sortes de différences ; ${number.format(results.cut)} vies coupées là où l’une s’est vu refuser ce que l’autre a fait.

_Page écrite par \`npm run twins -- ${asked} --write\` : ne pas la modifier._

Deux vies qui ne diffèrent que par des actes ou des faits d’une classe donnent, à qui ne voit pas cette classe, des réponses égales
à l’octet près. Chaque case dit combien de réponses ont été comparées ; une sortie qui n’existe pas pour une capacité porte un tiret.

## Exceptions

${exceptionsTable(exceptions)}

## Par classe, capacité et sortie

${classes.map((one) => ofClass(one, tableOf(results))).join('\n\n')}

## Mutants

Un produit qui divulgue une classe, ou qui fuit par une sortie, est vu.

${mutantsTable(mutants)}

## Actes tenus secrets

${tableWith(
  ['Acte', 'Fois'],
  Object.entries(times).sort(([one], [other]) => one.localeCompare(other))
)}
`
