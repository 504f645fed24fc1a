import type { FastifyRequest } from 'fastify'
import { auditDenial } from '../acts/audit.ts'
import type { Gate } from '../acts/command-validation.ts'
import { readsOfPage } from '../auth/one-page.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Database } from '../db/client.ts'
import { inContext, withTransaction, type Looking, type Tx } from '../db/context.ts'
import { readTogether } from '../db/shared.ts'
import { NotFound } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { localeOf } from '../locale.ts'

export type RouteDeps = { db: Database; keys: Keys; now?: (() => Date) | undefined }

/** All that a page asks for at once is read in one transaction; an act, and whoever asks the API itself, has its own. */
const readIn = <S, T>(db: Database, request: FastifyRequest, looking: Looking<S, T>): Promise<T> => {
  const reads = request.method === 'GET' ? readsOfPage() : null
  const [pool, context] = [db.app, request.actor]
  return reads ? readTogether({ pool, context, reads }, looking) : withTransaction(pool, context, looking)
}

const nothingToLookAt = () => Promise.resolve(null)

type Work<T> = (tx: Tx, reader: Reader) => Promise<T>

const workOf =
  <T>({ now }: RouteDeps, request: FastifyRequest, work: Work<T>) =>
  (tx: Tx, clock: Date) =>
    work(tx, { actor: request.actor, locale: localeOf(request), now: now?.() ?? clock })

/** Reads under the reader's own right, at the time of the database. */
export const reading =
  (deps: RouteDeps) =>
  <T>(request: FastifyRequest, work: Work<T>): Promise<T> =>
    readIn(deps.db, request, { look: nothingToLookAt, work: workOf(deps, request, work) })

type Ahead<S, T> = {
  look: (tx: Tx, actor: Reader['actor']) => Promise<S>
  work: (tx: Tx, reader: Reader, seen: S) => Promise<T>
}

/** The same, where the first question hangs on nothing but who asks: it leaves together with the context it needs. */
export const readingAhead =
  ({ db, now }: RouteDeps) =>
  <S, T>(request: FastifyRequest, { look, work }: Ahead<S, T>): Promise<T> => {
    const { actor } = request
    return readIn(db, request, {
      look: (tx) => look(tx, actor),
      work: (tx, clock, seen) => work(tx, { actor, locale: localeOf(request), now: now?.() ?? clock }, seen)
    })
  }

/** A reading of a sealed class, or of a place: refused, it leaves its trace too. */
export const readingSealed =
  (deps: RouteDeps) =>
  async <T>(
    request: FastifyRequest,
    asked: { object: string; detail: string },
    work: Work<T>
  ): Promise<T> => {
    try {
      return await inContext(deps.db.app, request.actor, workOf(deps, request, work))
    } catch (error) {
      if (error instanceof NotFound)
        await auditDenial(deps.db.app, request.actor, { chain: 'system', action: 'read', ...asked })
      throw error
    }
  }

export const gateOf = ({ db, keys, now }: RouteDeps): Gate => ({ pool: db.app, keys, ...(now && { now }) })
