import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { Keys } from '../keys.ts'

/** Login roles and the purpose from which each one's password is derived. */
export const loginRoles = {
  mnio_app: 'db:mnio_app',
  mnio_location: 'db:mnio_location',
  mnio_stats: 'db:mnio_stats',
  mnio_worker: 'db:mnio_worker'
} as const
export type LoginRole = keyof typeof loginRoles

/** Creates the login roles, or gives them the password of the present key. The owner needs CREATEROLE. */
export async function ensureRoles(owner: ClientBase, keys: Keys): Promise<void> {
  for (const [role, purpose] of Object.entries(loginRoles)) {
    const verifier = owner.escapeLiteral(
      scramVerifier(keys.password(purpose), keys.derive(`salt:${purpose}`))
    )
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role])
    const verb = rowCount === 0 ? 'create' : 'alter'
    try {
      await owner.query(`${verb} role ${owner.escapeIdentifier(role)} login password ${verifier}`)
    } catch (cause) {
      throw new Error(
        `The database user cannot ${verb} the role ${role}: give it CREATEROLE (and ADMIN on ${role})`,
        {
          cause
        }
      )
    }
  }
}

/** Refuses a database whose login roles could pass row-level security or change what they read. */
export async function checkRoles(db: Pick<ClientBase, 'query'>): Promise<void> {
  const { rows } = await db.query<{ rolname: string; too_strong: boolean; owned: string }>(
    `select rolname,
            rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as too_strong,
            (select count(*) from pg_class c where c.relowner = r.oid) as owned
       from pg_roles r where rolname = any($1)`,
    [Object.keys(loginRoles)]
  )
  for (const role of rows) {
    if (role.too_strong) throw new Error(`The database role ${role.rolname} has rights it must not have`)
    if (role.owned !== '0')
      throw new Error(`The database role ${role.rolname} owns tables; it must own nothing`)
  }
}

/** The form PostgreSQL stores: a password sent in clear could end in a server's statement log. */
export function scramVerifier(password: string, seed: Buffer): string {
  const iterations = 4096
  const salt = seed.subarray(0, 16)
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64')
  const server = hmac('Server Key').toString('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${server}`
}
