import pg from 'pg'
import type { Keys } from '../keys.ts'
import type { Log } from '../log.ts'
import { loginRoles, type LoginRole } from './roles.ts'

/**
 * One pool for each database role, and none of them owns anything: requests use `app`, which cannot pass row-level security;
 * `worker` runs the queue, writes letters, sweeps, counts and listens; `location` alone reads addresses; `stats` alone aggregates.
 */
export interface Database {
  worker: pg.Pool
  app: pg.Pool
  location: pg.Pool
  stats: pg.Pool
  /** A connection of each of two roles that no request waits for: by them the server knows whether it can serve. */
  probe: { worker: pg.Pool; app: pg.Pool }
  close(): Promise<void>
}

export interface DatabaseOptions {
  url: string
  keys: Keys
  log: Log
  /** Connections of the request pool; the others are small. */
  size?: number
}

export function openDatabase(options: DatabaseOptions): Database {
  const size = options.size ?? 12
  const worker = openPool(options, {
    connectionString: urlFor(options, 'mnio_worker'),
    max: Math.max(4, Math.ceil(size / 2))
  })
  // `pipeline`: statements leave without waiting for the answers to those before them.
  const asRole = (role: LoginRole, max: number) =>
    openPool(options, {
      connectionString: urlFor(options, role),
      max,
      statement_timeout: 15_000,
      pipeline: true
    })
  const app = asRole('mnio_app', size)
  const location = asRole('mnio_location', 3)
  const stats = asRole('mnio_stats', 3)
  // Taken anew each minute: what was changed for new connections alone must be seen.
  const one = { max: 1, statement_timeout: 3_000, maxLifetimeSeconds: 60, idleTimeoutMillis: 0 }
  const probe = {
    worker: openPool(options, { connectionString: urlFor(options, 'mnio_worker'), ...one }),
    app: openPool(options, { connectionString: urlFor(options, 'mnio_app'), ...one })
  }
  const pools = [app, location, stats, probe.worker, probe.app, worker]
  return {
    worker,
    app,
    location,
    stats,
    probe,
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()))
    }
  }
}

/**
 * The pool of whoever owns the tables: `url` says who signs in. For what prepares a database, and ended after it: a server that
 * answers holds none.
 */
export const openOwner = ({ size = 4, ...options }: DatabaseOptions): pg.Pool =>
  openPool(options, { connectionString: options.url, max: size })

function urlFor({ url, keys }: DatabaseOptions, role: LoginRole): string {
  const address = new URL(url)
  // Each of them would say who signs in, and be believed before the name.
  for (const said of ['user', 'password', 'options']) address.searchParams.delete(said)
  address.username = role
  address.password = keys.password(loginRoles[role])
  return address.href
}

const keys = new WeakMap<object, Keys>()

/** The keys under which what stands sealed in this database is opened. */
export const keysUnder = (pool: pg.Pool): Keys => {
  const known = keys.get(pool)
  if (!known) throw new Error('this pool was not opened with its keys')
  return known
}

function openPool({ keys: own, log }: DatabaseOptions, pool: pg.PoolConfig): pg.Pool {
  const opened = new pg.Pool({
    application_name: 'mnio',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    ...pool
  })
  // Without a listener, a connection that breaks while idle would end the process.
  const broken = (error: Error) => log.warn({ err: error }, 'a database connection broke')
  keys.set(opened, own)
  opened.on('error', broken)
  opened.on('connect', (client) => client.on('error', broken))
  return opened
}
