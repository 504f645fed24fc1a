import type { FastifyInstance } from 'fastify'
import type { RouteDeps } from '../http/reading.ts'
import { reading } from '../http/reading.ts'
import { routesOf } from '../http/routes.ts'
import { CallWish, CallWishes } from '../views/calls.ts'
import { keepWish, wishesOf } from './keep.ts'

/** How the reader wishes to be written to: their own wish and nobody else's. */
export const callRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  reads('/api/mail', { answer: CallWishes }, wishesOf)
  acts(
    '/api/mail',
    { method: 'PUT', body: CallWish, answer: CallWishes },
    async ({ gate, by, input, request }) => {
      await keepWish(gate, by, input)
      return read(request, wishesOf)
    }
  )
}
