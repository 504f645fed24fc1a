import type { Opening } from '../../act/command.ts'
import type { CommandType } from '../../case/commands.ts'

/**
 * Acts that cannot be done without her, and of which everybody who takes part is told: that she is lost sight of is told to all
 * of them, so its day may hang on nothing that is kept from some. What else was done with her is news once a contact is noted.
 */
export const doneWithHer = ['person.inform', 'exit.plan'] as const satisfies readonly CommandType[]

/** The time without news starts again. A closed case counts none. */
const news: Opening = { code: 'MNIO-CONTACT', restarts: true, when: ['adult', 'caseOpen'] }

export const newsOf = (command: CommandType): Opening[] =>
  (doneWithHer as readonly CommandType[]).includes(command) ? [news] : []
