import { actClass } from '../../policies/disclosure.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'

const isTold = (type: CommandType) => {
  const { aloud } = commandRow(type)
  return actClass(type) === null || (aloud !== null && !aloud.when)
}

/** Whether an act may be a twin's secret: somebody does it, and not everybody who takes part is told. */
export const isOpenSomewhere = (type: CommandType): boolean => commandRow(type).offered && !isTold(type)

/** Why an act was no twin's secret. */
export const neverHidden = (type: CommandType): string => {
  if (!commandRow(type).offered) return 'done by the clock or by another act alone'
  return isTold(type) ? 'told to everybody who takes part' : 'no life stood where it is open'
}
