import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import type { Database } from '../db/client.ts'
import { NotReady } from '../errors.ts'
import { readinessOf, type Unready } from './readiness.ts'

const status = (word: string) => closed({ status: Type.Literal(word) })

/**
 * `health`: the process answers. `ready`: its database is there, of this release, with its walls, and can write. A pool that
 * is merely busy is no reason to send people elsewhere: the other servers would be busy next.
 */
export async function healthRoutes(
  app: FastifyInstance,
  { db }: { db: Pick<Database, 'probe' | 'app'> }
): Promise<void> {
  app.get('/api/health', { schema: { response: { 200: status('ok') } } }, async () => ({ status: 'ok' }))

  const readiness = readinessOf(db)
  let known: Unready | null = null
  app.get('/api/ready', { schema: { response: { 200: status('ready') } } }, async (request) => {
    const because = await readiness()
    if (because !== known && because !== null) request.log.error({ because }, 'not ready')
    known = because
    if (because !== null) throw new NotReady(because)
    return { status: 'ready' }
  })
}
