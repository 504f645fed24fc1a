import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg'
import type { Role } from '../../policies/actor.ts'

export type Tx = NodePgDatabase

/** For whom PostgreSQL decides rows. */
export type Context = { orgId: string | null; personId: string | null; role: Role }

export const drizzleOn = (pool: Pool) => drizzle(pool)

type Answers<T extends readonly unknown[]> = { -readonly [K in keyof T]: Awaited<T[K]> }

/** In a transaction that is broken, everything asked after what broke it fails too. */
export const isEcho = (reason: unknown): boolean =>
  reason instanceof Error && ((reason as { code?: unknown }).code === '25P02' || isEcho(reason.cause))

/**
 * Waits for all that was asked in one breath, then fails with the first that failed by itself. Unlike Promise.all it leaves nothing
 * running: what continues after the transaction has ended would speak in the next one on that connection.
 */
export const settleAll = async <const T extends readonly unknown[]>(asked: T): Promise<Answers<T>> => {
  const ends = await Promise.allSettled(asked)
  const failed = ends.filter((end) => end.status === 'rejected')
  if (failed.length > 0) throw (failed.find(({ reason }) => !isEcho(reason)) ?? failed[0]!).reason
  return ends.map((end) => (end as PromiseFulfilledResult<unknown>).value) as Answers<T>
}

/** Statements are prepared once on each connection, under a name for each text. Texts that never end being new are not. */
const names = new Map<string, string>()
const namesKept = 400

const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined || names.size >= namesKept) return known
  const name = `mnio_${names.size}`
  names.set(text, name)
  return name
}

// Measured on acts and views of cases: names save half of the time, not waiting for answers (`pipeline`, see client.ts) a fifth.
const prepared = (client: PoolClient, asked: QueryConfig, values?: unknown[]) =>
  client.query({ ...asked, name: asked.name ?? nameOf(asked.text) }, values)

/** In one that only reads, PostgreSQL writes nothing. */
const beginning = { acts: 'begin', reads: 'begin read only' } as const
type Mode = keyof typeof beginning

/** What drizzle takes for a connection, and gives back as `$client`. */
type Wire = {
  query: (asked: QueryConfig, values?: unknown[]) => Promise<QueryResult>
  pool: Pool
  /** What is called once the open transaction is committed, each once. */
  after: (() => void)[]
  /** What the open transaction is for. */
  mode: Mode
}

const transactions = new WeakMap<PoolClient, Tx>()

const txOn = (client: PoolClient, pool: Pool): Tx => {
  const known = transactions.get(client)
  if (known) return known
  const wire: Wire = {
    query: (asked, values) => prepared(client, asked, values),
    pool,
    after: [],
    mode: 'acts'
  }
  const tx = drizzle({ client: wire as unknown as PoolClient })
  transactions.set(client, tx)
  return tx
}

const wireOf = (tx: Tx): Wire => {
  const { $client } = tx as Tx & { $client?: Wire }
  if (!$client?.pool) throw new Error('this transaction was not opened in a context')
  return $client
}

/** Which database a transaction is of: what is read once for each database is kept by it. */
export const poolOf = (tx: Tx): Pool => wireOf(tx).pool

/** Calls this once the transaction is committed, and never if it is not. */
export const whenCommitted = (tx: Tx, call: () => void): void => void wireOf(tx).after.push(call)

/**
 * A statement of the hottest paths, as pg itself runs it: its instants are dates, its columns are named as in SQL. It is on
 * its way when the call returns, so that statements are done in the order in which they are asked, awaited or not.
 */
export const runQuery = async <R extends QueryResultRow>(
  tx: Tx,
  text: string,
  values: unknown[]
): Promise<R[]> => (await wireOf(tx).query({ text }, values)).rows as R[]

const opening = `select set_config('app.org', $1, true), set_config('app.person', $2, true), set_config('app.role', $3, true),
  set_config('app.case', '', true), set_config('app.reads', r.reads, true), set_config('app.stands', coalesce(r.stands::text, ''), true),
  set_config('app.teams', coalesce(r.teams::text, ''), true), wall_clock() as at
  from reading_of(nullif($1, '')::uuid, nullif($2, '')::uuid) r`

/** The transaction and its context, in one exchange. */
const begin = async (client: PoolClient, { orgId, personId, role }: Context, text: string): Promise<Date> => {
  const begun = client.query({ text })
  const given = prepared(client, { text: opening }, [orgId ?? '', personId ?? '', role]) as Promise<
    QueryResult<{ at: Date }>
  >
  const [, { rows }] = await settleAll([begun, given])
  return rows[0]!.at
}

/** From the first word to the last of a transaction: `work` may speak at once, behind the context that is on its way. */
export const transaction = async <T>(
  pool: Pool,
  context: Context,
  work: (tx: Tx, begun: Promise<Date>) => Promise<T>,
  mode: Mode = 'acts'
): Promise<T> => {
  const client = await pool.connect()
  const tx = txOn(client, pool)
  const wire = wireOf(tx)
  wire.mode = mode
  let lost = false
  try {
    const begun = begin(client, context, beginning[mode])
    const [, done] = await settleAll([begun, work(tx, begun)])
    await client.query({ text: 'commit' })
    for (const call of wire.after) call()
    return done
  } catch (error) {
    // A connection that cannot even roll back is not given to anyone else.
    await client.query({ text: 'rollback' }).catch(() => (lost = true))
    throw error
  } finally {
    wire.after.length = 0
    client.release(lost)
  }
}

export type Looking<S, T> = {
  look: (tx: Tx) => Promise<S>
  work: (tx: Tx, at: Date, seen: S) => Promise<T>
}

/** What is done in a transaction whose context is on its way. */
export const lookAndWork =
  <S, T>({ look, work }: Looking<S, T>) =>
  async (tx: Tx, begun: Promise<Date>): Promise<T> => {
    const [at, seen] = await settleAll([begun, look(tx)])
    return work(tx, at, seen)
  }

/** As `inContext`, for work whose first questions are known beforehand: they leave together with the context they need. */
export const withTransaction = <S, T>(pool: Pool, context: Context, looking: Looking<S, T>): Promise<T> =>
  transaction(pool, context, lookAndWork(looking))

const nothingToLookAt = () => Promise.resolve(null)

/**
 * One transaction under the rights of one organisation: the only way to read or write case data. `at` is the database's
 * own clock unless a test or the seed brings its time.
 */
export const inContext = <T>(
  pool: Pool,
  context: Context,
  work: (tx: Tx, at: Date) => Promise<T>
): Promise<T> => withTransaction(pool, context, { look: nothingToLookAt, work })

/** What is asked for where others read: it is done in a transaction of its own. */
export class Alone extends Error {}

/**
 * Enters one case, for everyone who takes part in it: to write its act once that is authorised, or to read what decides of it.
 * @throws Alone where others read in the same transaction: they would be in the case too.
 */
export const setCaseScope = async (tx: Tx, caseId: string) => {
  if (caseId !== '' && wireOf(tx).mode === 'reads') throw new Alone('a case is entered alone')
  return runQuery(tx, `select set_config('app.case', $1, true)`, [caseId])
}

/** What time the walls hold it to be: PostgreSQL's own clock, unless the demonstration let some pass. */
export const wallClock = async (pool: Pool): Promise<Date> => {
  const { rows } = await pool.query<{ at: Date }>('select wall_clock() as at')
  return rows[0]!.at
}
