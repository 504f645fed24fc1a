import type { InputProblem } from '../vocabulary/problem.ts'
import { checks, type Check } from './checks.ts'
import { commandRow, type CommandType } from './commands.ts'
import { courtProblems } from './judicial.problems.ts'
import { askedOfResidence } from './residence.problems.ts'
import type { Situation } from '../guards/guards.ts'

/** What the facts refuse in what is filled in; without a day, all but what depends on it. */
export const factProblems = (
  command: CommandType,
  input: Record<string, unknown>,
  situation: Situation,
  today?: string
): InputProblem[] => {
  const { checks: named, input: form } = commandRow(command)
  return [
    ...courtProblems(input),
    ...askedOfResidence(form, input, situation),
    ...named.flatMap((id) => (checks[id] as Check)(input, situation, today))
  ]
}
