import { actClass } from '../../../policies/disclosure.ts'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { inputsOf } from '../../../verify/inputs.ts'
import type { DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import { classesOf, movesPlace } from '../classes.ts'
import { answersTo } from '../lives/answers.ts'
import type { Step } from '../lives/play.ts'

/** The steps by which an act may be done: itself, or the answers that lead to it. */
const stepsTo = (command: CommandType): Step[] =>
  commandRow(command).offered
    ? inputsOf(command).map((input) => ({ type: 'act', by: '', command, input }))
    : answersTo(command).map(({ kind, ...answer }) => ({
        type: 'referral',
        by: '',
        of: `act0:referral:${kind}#1`,
        ...answer
      }))

/** Why an act can be no twin's secret: computed of what it says to whom; null where it can. */
export const neverHidden = (command: CommandType): string | null => {
  const steps = stepsTo(command)
  if (steps.length === 0) return 'done by the clock or with another act alone'
  if (steps.some((step) => classesOf(step).length > 0)) return null
  return actClass(command) === null ? 'of no class: told to everybody who takes part' : 'told aloud'
}

/** Of which classes an act can be a secret, and whether it may be of where the person sleeps. */
export const secretOf = (command: CommandType): readonly DataClass[] => {
  const steps = stepsTo(command)
  const own = steps.flatMap((step) => classesOf(step).slice(0, 1))
  return [...new Set([...own, ...(steps.some(movesPlace) ? (['A'] as const) : [])])]
}

/** The acts that one life may have in secret and another not. */
export const hideable: readonly CommandType[] = commandTypes.filter((type) => neverHidden(type) === null)
