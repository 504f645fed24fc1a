import pg, { type PoolClient, type QueryConfig, type QueryResult } from 'pg'

/** What pg does and its types do not say: several statements may be on their way at once. */
type Wire = PoolClient & { connection: { stream: { cork(): void; uncork(): void } } }

// Nobody reads the answer of these: the next question waits for them.
const unread =
  /^\s*(insert |update |set local |select set_config\('app\.case'|select append_audit\()(?!.*\breturning\b)/s
const nothing = { rows: [], rowCount: null, command: '', oid: 0, fields: [] } as unknown as QueryResult

const behind = new Map<string, boolean>()

/** Whether nobody waits for the answer, asked of each text once. */
const isUnread = (text: string): boolean => {
  const known = behind.get(text) ?? unread.test(text)
  behind.set(text, known)
  return known
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
    const ahead = isUnread(asked.text)
    if (ahead) hold()
    const answer = client.query(asked, values)
    if (ahead) {
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
 * Connections for telling the world: the same forty statements, hundreds of thousands of times, so what nobody waits for is
 * not waited for. Drizzle knows a pool by the name of its class.
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
