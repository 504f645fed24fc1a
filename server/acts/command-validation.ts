import type { Pool } from 'pg'
import type { Actor } from '../../policies/actor.ts'
import type { Refused } from '../../policies/requirements/table.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import { fits } from '../../workflows/case/input.ts'
import type { RightsTextId } from '../../workflows/rights/texts.ts'
import { auditDenial } from './audit.ts'
import {
  HeldBack,
  InvalidInput,
  NotAllowed,
  NotFound,
  RuleRefused,
  wrongField,
  type FieldProblem
} from '../errors.ts'
import type { Tx } from '../db/context.ts'
import { onceMore } from '../db/outage.ts'
import type { Keys } from '../keys.ts'
import type { Written } from '../cases/store.ts'

/** What the gate needs from the world. `now` is the database's clock unless a test or the seed brings its own. */
export type Gate = { pool: Pool; keys: Keys; now?: () => Date; telling?: boolean }

export type CommandRequest = {
  actor: Actor
  command: CommandType
  input: Record<string, unknown>
  /** A repeated key is answered, not repeated. Null for the seed, which is idempotent by its rows. */
  key: string | null
}
/** `version`: the tag that the reader was given with the case; null for the seed, which reads nothing first. */
export type CaseCommandRequest = CommandRequest & {
  caseId: string
  version: string | null
  /** The text of their rights that the person was shown, where one was. */
  shown?: RightsTextId
}

export type Done = { id: string; version: number; replayed: boolean }

/** What was done, and the lists as it left them; null where it had been done before. */
export type Acted = Done & { at: Date; written: readonly Written[] | null }

/** What the author of an act is answered: read once all of it is written, in the same transaction. */
export type Answering<T> = (tx: Tx, acted: Acted) => Promise<T>
export const noAnswer = () => Promise.resolve(undefined as never)

/** @throws InvalidInput naming each field. */
export const noneOf = (problems: readonly FieldProblem[]): void => {
  if (problems.length > 0) throw new InvalidInput([...problems])
}

/** @throws InvalidInput where a form is not filled in as it is asked. */
export const mustFit = (form: Parameters<typeof fits>[0], input: object): void => {
  if (!fits(form, input)) throw wrongField('', 'invalid', { fr: 'Valeur non valide', en: 'Not valid' })
}

/** @throws RuleRefused with a reason, or InvalidInput naming each field. */
export const noneRefused = (refused: Refused | null): void => {
  if (refused === null) return
  if ('fr' in refused.why) throw new RuleRefused(refused.requirement, refused.why)
  noneOf(refused.why)
}

/** Refusals for which a trace must outlive the transaction. */
const denied = (error: unknown): boolean =>
  error instanceof NotAllowed ||
  error instanceof NotFound ||
  error instanceof HeldBack ||
  // What was said in other words to whoever asked is a denial still.
  (error instanceof InvalidInput && error.cause !== undefined && denied(error.cause))

/**
 * Runs an act, which writes in one transaction: once more where PostgreSQL broke it off for another. If it is denied, the denial
 * is written down in a transaction of its own.
 */
export const leavingTrace = async <T>(
  gate: Gate,
  asked: { actor: Actor; command: string },
  object: string,
  work: () => Promise<T>
): Promise<T> => {
  try {
    return await onceMore(async () => work())
  } catch (error) {
    if (denied(error))
      await auditDenial(gate.pool, asked.actor, { chain: 'system', action: asked.command, object })
    throw error
  }
}
