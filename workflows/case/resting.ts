import {
  deadlineCodes,
  deadlineRegister,
  type DeadlineCode,
  type DeadlineRow
} from '../deadlines/deadlines.ts'
import { lengths, type LengthId } from '../law/lengths.ts'
import { offenceArticles, offenceCodes, type OffenceCode } from '../law/opened-by-offence.ts'
import type { LegalCode } from '../law/register.ts'
import { commandRow, commandTypes, type CommandType } from './commands.ts'

/** What stands on a reference: the acts that name it, the clocks and other lengths that it sets, the offence whose article it is. */
export type Resting = {
  acts: CommandType[]
  clocks: DeadlineCode[]
  lengths: LengthId[]
  offences: OffenceCode[]
}

const counts = (clock: DeadlineCode, code: LegalCode) => {
  const { basis, extendedBy, was }: DeadlineRow = deadlineRegister[clock]
  return basis === code || extendedBy === code || was.some((earlier) => earlier.basis === code)
}

export const restingOn = (code: LegalCode): Resting => ({
  acts: commandTypes.filter((type) => commandRow(type).basis.includes(code)),
  clocks: deadlineCodes.filter((clock) => counts(clock, code)),
  lengths: (Object.keys(lengths) as LengthId[]).filter((one) => lengths[one].basis === code),
  offences: offenceCodes.filter((offence) => offenceArticles[offence] === code)
})
