import type { FastifyRequest } from 'fastify'
import { auditDenial } from '../acts/audit.ts'
import type { Gate } from '../acts/command-validation.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Database } from '../db/client.ts'
import { inContext, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { localeOf } from '../locale.ts'

export type RouteDeps = { db: Database; keys: Keys; now?: (() => Date) | undefined }

/** Reads under the reader's own right, at the time of the database. */
export const reading =
  ({ db, now }: RouteDeps) =>
  <T>(request: FastifyRequest, work: (tx: Tx, reader: Reader) => Promise<T>): Promise<T> =>
    inContext(db.app, request.actor, (tx, clock) =>
      work(tx, { actor: request.actor, locale: localeOf(request), now: now?.() ?? clock })
    ) as Promise<T>

/** A reading of a sealed class, or of a place: refused, it leaves its trace too. */
export const readingSealed =
  (deps: RouteDeps) =>
  async <T>(
    request: FastifyRequest,
    asked: { object: string; detail: string },
    work: (tx: Tx, reader: Reader) => Promise<T>
  ): Promise<T> => {
    try {
      return await reading(deps)(request, work)
    } catch (error) {
      if (error instanceof NotFound)
        await auditDenial(deps.db.app, request.actor, { chain: 'system', action: 'read', ...asked })
      throw error
    }
  }

export const gateOf = ({ db, keys, now }: RouteDeps): Gate => ({ pool: db.app, keys, ...(now && { now }) })
