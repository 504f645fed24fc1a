import { createHash } from 'node:crypto'
import pg, { type PoolClient, type QueryConfig, type QueryResult } from 'pg'

/** What pg does and its types do not say: several statements may be on their way at once. */
type Wire = PoolClient & { connection: { stream: { cork(): void; uncork(): void } } }

// Nobody reads the answer of these: the next question waits for them.
const unread =
  /^\s*(insert |update |set local |select set_config\('app\.case'|select append_audit\()(?!.*\breturning\b)/s
const nothing = { rows: [], rowCount: null, command: '', oid: 0, fields: [] } as unknown as QueryResult

type Statement = { name: string; behind: boolean }
const statements = new Map<string, Statement>()

/** A name drawn from the text, so that each connection prepares each statement once. */
const statementOf = (text: string): Statement => {
  const known = statements.get(text)
  if (known) return known
  const made = {
    name: createHash('sha256').update(text).digest('base64url').slice(0, 24),
    behind: unread.test(text)
  }
  statements.set(text, made)
  return made
}

/** Writes go out together with the next question; the first that fails makes that question, or the commit, fail. */
const writingBehind = (client: Wire): PoolClient => {
  const { stream } = client.connection
  let failure: unknown = null
  let held = false
  const hold = () => {
    if (!held) stream.cork()
    held = true
  }
  const letGo = () => {
    if (held) stream.uncork()
    held = false
  }
  const query = async (asked: QueryConfig, values?: unknown[]) => {
    const { name, behind } = statementOf(asked.text)
    if (behind) hold()
    const answer = client.query({ ...asked, name }, values)
    if (behind) {
      answer.catch((error: unknown) => (failure ??= error))
      return nothing
    }
    letGo()
    const undone = asked.text === 'rollback'
    const result = await answer.catch((error: unknown) => {
      throw failure ?? error
    })
    if (failure !== null && !undone) throw failure
    return result
  }
  // After a failure nobody knows which statements the connection has prepared: it is not lent again.
  const release = () => client.release(failure !== null)
  return Object.assign(Object.create(client) as PoolClient, { query, release })
}

/**
 * Connections for telling the world: the same forty statements, hundreds of thousands of times, so they are prepared once
 * and what nobody waits for is not waited for. Drizzle knows a pool by the name of its class.
 */
class SteadyPool {
  private readonly pool: pg.Pool

  constructor(options: pg.PoolConfig) {
    this.pool = new pg.Pool({ ...options, pipeline: true } as pg.PoolConfig)
    this.pool.on('error', () => undefined)
  }

  async connect(): Promise<PoolClient> {
    return writingBehind((await this.pool.connect()) as Wire)
  }

  end(): Promise<void> {
    return this.pool.end()
  }
}

/** A pool of its own under the same rights as another. */
export const steadyPool = (like: pg.Pool, max: number): pg.Pool =>
  new SteadyPool({ ...like.options, max }) as unknown as pg.Pool
