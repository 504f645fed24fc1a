import { parseArgs } from 'node:util'
import { properties } from '../properties/properties.ts'
import { runGuardMutants } from './guards.ts'
import { lawMutants } from './law.list.ts'
import { mutants } from './mutants.list.ts'
import { putBack, unseenIn } from './put-back.ts'

// `--law`: only the old readings of the law. `--only TEXT`, once or more: those whose reason or file contains one of them.
const { values } = parseArgs({
  options: { law: { type: 'boolean' }, only: { type: 'string', multiple: true, default: [''] } }
})
const asked = ({ why, file }: { why: string; file: string }) =>
  [why, file].some((text) => values.only.some((one) => text.includes(one)))

const guards = values.law ? [] : [...mutants.keys()].filter((index) => asked(mutants[index]!))
const readings = lawMutants.filter(asked)

const survivedGuards = runGuardMutants(guards)
if (guards.length > 0) {
  const without = properties.filter(({ id }) => !mutants.some(({ property }) => property === id))
  console.log(
    `${guards.length - survivedGuards} of ${guards.length} guards seen; without a mutant: ${without.map(({ id }) => id).join(', ') || 'none'}`
  )
}
const survivedReadings = readings.length > 0 ? unseenIn(await putBack(readings)).length : 0
if (readings.length > 0)
  console.log(`${readings.length - survivedReadings} of ${readings.length} old readings of the law seen`)
if (survivedGuards + survivedReadings > 0 || guards.length + readings.length === 0) process.exitCode = 1
