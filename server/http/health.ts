import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Database } from '../db/client.ts'
import { migrationsApplied } from '../db/migrate.ts'
import { NotReady } from '../errors.ts'

const status = (word: string) => Type.Object({ status: Type.Literal(word) }, { additionalProperties: false })

/** `health`: the process answers. `ready`: it can serve, its database being there and of this release. */
export async function healthRoutes(
  app: FastifyInstance,
  { db }: { db: Pick<Database, 'owner' | 'app'> }
): Promise<void> {
  app.get('/api/health', { schema: { response: { 200: status('ok') } } }, async () => ({ status: 'ok' }))

  app.get('/api/ready', { schema: { response: { 200: status('ready') } } }, async () => {
    const ready = await isReady(db).catch(() => false)
    if (!ready) throw new NotReady('the database is out of reach or behind')
    return { status: 'ready' }
  })
}

async function isReady(db: Pick<Database, 'owner' | 'app'>): Promise<boolean> {
  const [applied] = await Promise.all([migrationsApplied(db.owner), db.app.query('select 1')])
  return applied
}
