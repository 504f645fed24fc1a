import { actClass } from '../../policies/disclosure.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'

/** Why an act was no twin's secret. */
export const neverHidden = (type: CommandType): string => {
  if (!commandRow(type).offered) return 'done by the clock or by another act alone'
  const { aloud } = commandRow(type)
  return actClass(type) === null || (aloud && !aloud.when)
    ? 'told to everybody who takes part'
    : 'no life stood where it is open'
}
