import { IllegalTransition } from '../../workflows/case/advance.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import { columnOf } from '../../workflows/takeover/lines.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Policy } from '../../policies/abilities.ts'
import { isInHand, takeoverPolicy } from '../../policies/organisations/takeover.ts'
import type { Gate } from '../acts/command-validation.ts'
import { decideWithin } from '../commands/decide.ts'
import { flaggable, flagIn } from '../commands/flag.ts'
import type { Tx } from '../db/context.ts'
import { DomainError, InvalidInput, type FieldProblem } from '../errors.ts'
import { deskOf } from '../outbox/notify-participants.ts'
import type { Followers } from '../teams/caseload.ts'
import type { FileLine, LineProblem } from './read.ts'

export type Taking = { tx: Tx; gate: Gate; actor: Actor; at: Date; followers: Followers | null }

/** Something in one line that the gate refuses, where it stands in the spreadsheet. */
export class LineRefused extends Error {
  readonly problems: LineProblem[]

  constructor(problems: LineProblem[], cause: unknown) {
    super('a line is refused', { cause })
    this.problems = problems
  }
}

const noReason = {
  fr: 'Cet acte n’est pas possible dans ce dossier : videz ses cases, vous l’écrirez ensuite',
  en: 'This act is not possible in this file: empty its cells, you will write it afterwards'
}

const inColumns = (line: number, act: CommandType, fields: readonly FieldProblem[]): LineProblem[] =>
  fields.map(({ field, message }) => ({ line, column: columnOf(act, field), message }))

/** What the gate says of an act, in the words of the spreadsheet; all else is a fault of ours. */
const refusal = (line: number, act: CommandType, error: unknown): unknown => {
  if (error instanceof InvalidInput) return new LineRefused(inColumns(line, act, error.fields), error)
  const reason =
    error instanceof IllegalTransition || error instanceof DomainError ? (error.reason ?? noReason) : null
  return reason ? new LineRefused([{ line, column: columnOf(act, ''), message: reason }], error) : error
}

const pointing = async <T>(line: number, act: CommandType, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw refusal(line, act, error)
  }
}

/**
 * One line as a case: flagged like any other, then each act through the gate, on the day that the spreadsheet gives. What an
 * authority decided is written as taken over from the paper in hand.
 * @throws LineRefused
 */
export const takeLine = async (
  { tx, gate, actor, at, followers }: Taking,
  { line, acts }: FileLine,
  policy: Policy = takeoverPolicy(actor)
): Promise<string> => {
  const [{ input }, ...others] = acts as [FileLine['acts'][number], ...FileLine['acts']]
  const { id } = await pointing(line, 'case.flag', async () => {
    const configuration = await flaggable({ tx, actor, at, input })
    const asked = {
      ...{ actor, command: 'case.flag' as const, input, key: null, at, configuration, followers },
      fromFile: true
    }
    return flagIn(deskOf(gate, tx), asked)
  })
  for (const { command, input: said } of others)
    await pointing(line, command, () =>
      decideWithin(
        gate,
        tx,
        {
          ...{ actor, caseId: id, command, input: said, version: null, key: null, policy },
          said: isInHand(command) ? ['taken_over'] : []
        },
        at
      )
    )
  return id
}
