import type { CommandType } from '../../../../workflows/case/commands.ts'
import { factProblems } from '../../../../workflows/case/fact.problems.ts'
import { aCase } from '../../../support/cases.ts'

// Short sentences for cases before justice.

export const decided = ['decided', 'on_appeal']
export const at = (judicial: string, facts = {}) => aCase({ regions: { judicial }, facts })
export const problems = (command: CommandType, input: Record<string, unknown>, facts = {}) =>
  factProblems(command, input, aCase({ facts })).map(({ field, code }) => `${field} ${code}`)
