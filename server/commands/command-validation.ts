import type { Pool } from 'pg'
import type { Actor } from '../../policies/actor.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import type { FlagInput } from '../../workflows/case/flag.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import {
  dateProblems,
  factProblems,
  fits,
  flagProblems,
  type InputProblem
} from '../../workflows/vocabulary/input.ts'
import { auditDenial } from '../audit/audit.ts'
import { InvalidInput, NotAllowed, NotFound } from '../errors.ts'
import type { Keys } from '../keys.ts'

/** What the gate needs from the world. `now` is the database's clock unless a test or the seed brings its own. */
export type Gate = { pool: Pool; keys: Keys; now?: () => Date; telling?: boolean }

export type Asked = {
  actor: Actor
  command: CommandType
  input: Record<string, unknown>
  /** A repeated key is answered, not repeated. Null for the seed, which is idempotent by its rows. */
  key: string | null
}
/** `version`: the tag that the reader was given with the case; null for the seed, which reads nothing first. */
export type AskedOfCase = Asked & { caseId: string; version: string | null }

export type Done = { id: string; version: number; replayed: boolean }

/** @throws InvalidInput naming each field. */
export const checkInput = (
  command: CommandType,
  input: Record<string, unknown>,
  today: string,
  situation: Situation | null = null
) => {
  const schema = commandRow(command).input
  if (!fits(schema, input))
    throw new InvalidInput([
      { field: '', code: 'invalid', message: { fr: 'Valeur non valide', en: 'Not valid' } }
    ])
  const problems: InputProblem[] = [
    ...dateProblems(schema, input, today),
    ...(command === 'case.flag' ? flagProblems(input as FlagInput) : []),
    ...(situation ? factProblems(command, input, situation, today) : [])
  ]
  if (problems.length > 0) throw new InvalidInput(problems)
}

/** Refusals for which a trace must outlive the transaction. */
const denied = (error: unknown) => error instanceof NotAllowed || error instanceof NotFound

/** Runs an act; if it is denied, the denial is written down in a transaction of its own. */
export const leavingTrace = async <T>(
  gate: Gate,
  asked: { actor: Actor; command: string },
  object: string,
  work: () => Promise<T>
): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (denied(error))
      await auditDenial(gate.pool, asked.actor, { chain: 'system', action: asked.command, object })
    throw error
  }
}
