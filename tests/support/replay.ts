import { advance, open } from '../../workflows/case/advance.ts'
import { commandRow, isCommandType } from '../../workflows/case/commands.ts'
import { tells } from '../../workflows/case/machine.ts'
import { isOlder, type Written } from '../../workflows/case/records.ts'
import type { FlagInput } from '../../workflows/facts/flag.ts'
import type { Situation } from '../../workflows/guards/guards.ts'

export type LoggedEvent = {
  seq: number
  command: string
  input: Record<string, unknown>
  personId: string | null
  orgId: string | null
  orgType: string
  /** The day on which it was written down. */
  on?: string
}

/** Folds the log of a case from its flag: what is sealed is not needed, since no fact comes from it but that a child was heard. */
export const replay = ([flag, ...acts]: readonly LoggedEvent[]): Situation => {
  const written: Written[] = []
  return acts.reduce(
    (situation, { command, input, personId, orgId, orgType, on }) => {
      if (!isCommandType(command)) throw new Error(`unknown act ${command}`)
      const older = isOlder(command, input, written)
      const quiet = commandRow(command).records && !tells({ type: command, older }, situation)
      written.push({ command, input, quiet, ...(on !== undefined && { on }) })
      return advance(situation, {
        type: command,
        input,
        by: { personId: personId ?? '', orgId: orgId ?? '', orgType, ...(on !== undefined && { today: on }) },
        older
      })
    },
    open(flag!.input as FlagInput, flag!.orgType)
  )
}
