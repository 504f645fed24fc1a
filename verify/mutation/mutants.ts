import { parseArgs } from 'node:util'
import { properties } from '../properties/properties.ts'
import { runGuardMutants } from './guards.ts'
import { lawMutants } from './law/list.ts'
import { runLawMutants } from './law/run.ts'
import { mutants } from './mutants.list.ts'

// `--law`: only the old readings of the law. `--only TEXT`: those whose reason or file contains it.
const { values } = parseArgs({ options: { law: { type: 'boolean' }, only: { type: 'string' } } })
const asked = ({ why, file }: { why: string; file: string }) =>
  [why, file].some((text) => text.includes(values.only ?? ''))

const guards = values.law ? [] : [...mutants.keys()].filter((index) => asked(mutants[index]!))
const readings = lawMutants.filter(asked)

const survivedGuards = runGuardMutants(guards)
if (guards.length > 0) {
  const without = properties.filter(({ id }) => !mutants.some(({ property }) => property === id))
  console.log(
    `${guards.length - survivedGuards} of ${guards.length} guards seen; without a mutant: ${without.map(({ id }) => id).join(', ') || 'none'}`
  )
}
const survivedReadings = readings.length > 0 ? await runLawMutants(readings) : 0
if (readings.length > 0)
  console.log(`${readings.length - survivedReadings} of ${readings.length} old readings of the law seen`)
if (survivedGuards + survivedReadings > 0 || guards.length + readings.length === 0) process.exitCode = 1
