import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { limitSearches } from '../http/limits.ts'
import type { RouteDeps } from '../http/reading.ts'
import { routesOf } from '../http/routes.ts'
import { Found } from '../views/worklist.ts'
import { search } from './search.ts'

const body = closed({
  q: Type.String({
    minLength: 1,
    maxLength: 80,
    description: 'A code, its first half, a reference, or a name or part of one. It stands in no address.'
  })
})

/** One search over what is sealed too: sent and never asked for by an address, which a log or a history would keep. */
export const searchRoutes = async (
  app: FastifyInstance,
  { perMinute, ...deps }: RouteDeps & { perMinute: number }
) => {
  limitSearches(app, perMinute)
  const { keeps } = routesOf(app, deps)
  keeps('/api/search', { method: 'POST', body, answer: Found }, (tx, reader, { q }) =>
    search(tx, deps.keys, q.trim(), reader)
  )
}
