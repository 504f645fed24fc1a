import type { Pool } from 'pg'
import type { Config } from './config.ts'
import { openOwner, type Database } from './db/client.ts'
import { migrateDatabase, migrationsApplied } from './db/migrate.ts'
import { claimPurpose, requirePurpose, type Purpose } from './db/purpose.ts'
import { isOfThisRelease } from './db/release.ts'
import { checkRoles, loginRoles } from './db/roles.ts'
import { requireWalls } from './db/walls.ts'
import type { Keys } from './keys.ts'
import type { Log } from './log.ts'
import { renewLines } from './outbox/worklist.renewal.ts'

type Preparing = { config: Config; keys: Keys; log: Log }

const purposeOf = ({ demonstration }: Config): Purpose => (demonstration ? 'demonstration' : 'real')

/** Who exists in the fictional country; where real people sign in, whatever time a visitor once let pass is forgotten. */
const settle = async (owner: Pool, { config, keys }: Preparing) => {
  if (!config.demonstration) return owner.query('delete from demonstration_clock')
  if (config.demoCases === 0) return
  const [{ insertReference }, { demoIssuer }] = await Promise.all([
    import('./demo/world/reference.ts'),
    import('./demo/start.ts')
  ])
  await insertReference({ owner, keys, seed: config.demoSeed, issuer: demoIssuer(config), now: new Date() })
}

/**
 * All that takes the owner of the tables: migrates, holds the walls, renews what the release keeps. When it returns, nothing of
 * this process is the owner any more.
 */
export const prepareDatabase = async (ownerUrl: string, preparing: Preparing): Promise<void> => {
  const { config, keys, log } = preparing
  const owner = openOwner({ url: ownerUrl, keys, log })
  try {
    await migrateDatabase(owner, keys)
    await requireWalls(owner)
    await renewLines(owner)
    await claimPurpose(owner, purposeOf(config))
    await settle(owner, preparing)
  } finally {
    await owner.end()
  }
}

const signsIn = `select r.rolname as name from pg_class c join pg_roles r on r.oid = c.relowner
  where c.oid = 'public."case"'::regclass and r.rolcanlogin`

const unprepared =
  'This database was not prepared by this release: run “./mnio migrate” with the address of its owner, then start the server again.'
const locked = `The server cannot sign in to its database as mnio_worker. Run “./mnio migrate” with the address of the owner and the same KEY_FILE, then start the server again.`

/** The owner of the tables, where anybody could still sign in as it; null once its password is taken away. */
export const ownerWhoSignsIn = async ({ worker }: Pick<Database, 'worker'>): Promise<string | null> =>
  (await worker.query<{ name: string }>(signsIn)).rows[0]?.name ?? null

/** Asked by a server that is given no owner, before it answers: what `prepareDatabase` made must stand. */
export const requirePrepared = async (
  { worker }: Pick<Database, 'worker'>,
  config: Config
): Promise<void> => {
  const applied = await migrationsApplied(worker).catch((error: unknown) => {
    const { code } = error as { code?: string }
    if (code?.startsWith('28')) throw new Error(locked, { cause: error })
    if (code === '42P01') return false
    throw error
  })
  if (!applied || !(await isOfThisRelease(worker))) throw new Error(unprepared)
  await checkRoles(worker)
  await requireWalls(worker)
  await requirePurpose(worker, purposeOf(config))
}

/**
 * The server signs in under its own roles, whose passwords it knows by itself: an address that says more could be the owner's,
 * and would be in its memory and in its environment as long as it runs.
 * @throws Error that never repeats the address.
 */
export const refuseOwner = (databaseUrl: string): void => {
  const { username, password, searchParams } = new URL(databaseUrl)
  const ours = username === '' || Object.keys(loginRoles).includes(username)
  if (ours && !password && !['user', 'password', 'options'].some((name) => searchParams.has(name))) return
  throw new Error(
    'DATABASE_URL says who signs in. Give that address to “./mnio migrate” alone; to the server, give the same one without name and password (postgresql://host:5432/database).'
  )
}
