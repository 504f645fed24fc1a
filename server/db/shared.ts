import type { Pool } from 'pg'
import {
  Alone,
  isEcho,
  lookAndWork,
  transaction,
  withTransaction,
  type Context,
  type Looking,
  type Tx
} from './context.ts'

type Entered = { tx: Tx; begun: Promise<Date> }
/** A transaction in which several read, and how many still do. */
type Open = { entered: Promise<Entered>; ended: Promise<void>; readers: number; leave: () => void }
/** Those that are open now, by whose right they read. */
export type OpenReads = Map<string, Open>

const rightOf = ({ orgId, personId, role }: Context) => `${orgId} ${personId} ${role}`

/** It writes nothing, and lasts until the last of those who read in it has left. */
const open = (pool: Pool, context: Context): Open => {
  const { promise: entered, resolve: enter, reject } = Promise.withResolvers<Entered>()
  const { promise: left, resolve: leave } = Promise.withResolvers<void>()
  const ended = transaction(
    pool,
    context,
    (tx, begun) => {
      enter({ tx, begun })
      return left
    },
    'reads'
  )
  ended.catch(reject)
  return { entered, ended, readers: 0, leave }
}

/** A case was to be entered, or PostgreSQL has refused a write, where all only read. */
const wantsItsOwn = (reason: unknown): boolean =>
  reason instanceof Error &&
  (reason instanceof Alone || (reason as { code?: unknown }).code === '25006' || wantsItsOwn(reason.cause))

/**
 * As `withTransaction`, in the one transaction of all that is read at the same time under this right. What cannot be
 * done there, because it leaves a trace or enters a case, or because another reading broke the transaction, is done in its own.
 */
export const readTogether = async <S, T>(
  { pool, context, reads }: { pool: Pool; context: Context; reads: OpenReads },
  looking: Looking<S, T>
): Promise<T> => {
  const right = rightOf(context)
  const shared = reads.get(right) ?? open(pool, context)
  reads.set(right, shared)
  shared.readers += 1
  try {
    const { tx, begun } = await shared.entered
    return await lookAndWork(looking)(tx, begun)
  } catch (error) {
    if (!isEcho(error) && !wantsItsOwn(error)) throw error
  } finally {
    shared.readers -= 1
    if (shared.readers === 0) {
      reads.delete(right)
      shared.leave()
      await shared.ended
    }
  }
  return withTransaction(pool, context, looking)
}
