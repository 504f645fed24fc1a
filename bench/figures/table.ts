import { parseArgs } from 'node:util'
import { fractionsFrom } from '../../server/demo/world/mulberry.ts'

// Writes an invented table of counts as a CSV, of the size that `npm run sdc` must hide and attack in a minute: 102 départements, nine
// forms and sixteen ages and sexes. Most cells hold few, as in the country.

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '102,9,16' }, seed: { type: 'string', default: '1' } }
})
const sizes = values.sizes.split(',').map(Number)
const fraction = fractionsFrom(Number(values.seed))

/** How much each value of a dimension weighs: the first most. */
const weights = sizes.map((size) => Array.from({ length: size }, (_, at) => 1 / Math.sqrt(at + 1)))
const mean = 60

const cells = sizes.reduce<number[][]>(
  (before, size) => before.flatMap((left) => Array.from({ length: size }, (_, at) => [...left, at])),
  [[]]
)
console.log([...sizes.map((_, at) => `d${at}`), 'n'].join(';'))
for (const cell of cells) {
  const weight = cell.reduce((product, at, axis) => product * weights[axis]![at]!, 1)
  const count = Math.floor(-Math.log(1 - fraction()) * mean * weight)
  console.log([...cell.map((at, axis) => `v${axis}.${at}`), count].join(';'))
}
