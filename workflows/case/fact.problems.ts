import type { TObject } from 'typebox'
import { isMinor } from '../facts/facts.ts'
import { notesOf } from '../vocabulary/fields.ts'
import { problem, type InputProblem } from '../vocabulary/problem.ts'
import { checks, type Check } from './checks.ts'
import { commandRow, type CommandType } from './commands.ts'
import { courtProblems } from './judicial.problems.ts'
import { askedOfResidence } from './residence.problems.ts'
import type { Situation } from '../guards/guards.ts'

/** What is asked of adults is asked of no child, nor taken down of one: of a child it would be kept for nothing. */
const adultsAlone = (
  { properties }: TObject,
  input: Record<string, unknown>,
  { facts }: Situation
): InputProblem[] =>
  Object.entries(properties)
    .filter(
      ([name, field]) => input[name] !== undefined && notesOf(field)?.askedOf === 'adults' && isMinor(facts)
    )
    .map(([name]) =>
      problem(
        name,
        'adults_alone',
        'Cette question ne se pose pas pour une personne mineure, ou dont l’âge est en doute : laissez-la vide.',
        'This is not asked of a minor, or where age is in doubt: leave it empty.'
      )
    )

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
    ...adultsAlone(form, input, situation),
    ...askedOfResidence(form, input, situation),
    ...named.flatMap((id) => (checks[id] as Check)(input, situation, today))
  ]
}
