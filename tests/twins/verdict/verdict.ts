import type { CommandType } from '../../../workflows/case/commands.ts'
import { counted, unmet, type Exception } from './known.ts'
import { alive, type Killed } from '../mutants.ts'
import { hideable } from './never.ts'
import { separator, type Results } from '../results.ts'
import { tableOf, zeros } from './table.ts'

/** From how many twin lives on a run is held to have looked everywhere. */
export const whole = 2000
/** How often each act is hidden then, at the least. */
export const enough = 20

type Run = {
  results: Results
  /** How often each act was hidden. */
  times: Record<string, number>
  exceptions: readonly Exception[]
  mutants: Killed | null
}

export const seldomHidden = (times: Record<string, number>): [CommandType, number][] =>
  hideable
    .map((type): [CommandType, number] => [type, times[type] ?? 0])
    .filter(([, count]) => count < enough)

const differing = ({ results, exceptions }: Run) =>
  Object.entries(counted(results, exceptions)).map(([kind, count]) => `differs ${count} times: ${kind}`)

/** What a whole run did not look at, though it could have. */
const unseen = ({ results, times, exceptions, mutants }: Run): string[] => [
  ...unmet(results, exceptions).map((one) => `never met: ${one.dataClass}${separator}${one.exit}`),
  ...zeros(tableOf(results)).map((one) => `never compared: ${one}`),
  ...seldomHidden(times).map(([type, count]) => `hidden ${count} times: ${type}`),
  ...(mutants ? alive(mutants).map((one) => `a mutant lives: ${one}`) : ['no mutant was run'])
]

/** Why a run does not pass; a short one is only asked whether it found a difference. */
export const failings = (run: Run): string[] => [
  ...differing(run),
  ...(run.results.pairs >= whole ? unseen(run) : [])
]
