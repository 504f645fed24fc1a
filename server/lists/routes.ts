import type { FastifyInstance } from 'fastify'
import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { idParams } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import { ListChoices, SavedViews } from '../views/saved-views.ts'
import { choicesFor } from './choices.ts'
import { mayNarrow, narrowing } from './filter.ts'
import { worklistViews } from './order.ts'
import { removeView, saveView, savedViews } from './saved.ts'

const body = closed({ view: Type.Optional(Type.String({ enum: [...worklistViews] })), ...narrowing })

/** By what a list is narrowed, and the lists that each person keeps: their own, and nobody else’s. */
export const listFilterRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads } = routesOf(app, deps, read)
  reads('/api/worklist/choices', { answer: ListChoices }, choicesFor)
  reads('/api/worklist/views', { answer: SavedViews }, savedViews)
  const answered = { response: { 200: SavedViews } }
  app.put('/api/worklist/views', { schema: { body, ...answered } }, async (request) => {
    const asked = request.body as Static<typeof body>
    mayNarrow(request.actor, asked)
    return read(request, async (tx, reader) => {
      await saveView(tx, reader.actor, asked as Parameters<typeof saveView>[2], reader.now)
      return savedViews(tx, reader)
    })
  })
  app.delete('/api/worklist/views/:id', { schema: { params: idParams, ...answered } }, (request) =>
    read(request, async (tx, reader) => {
      await removeView(tx, (request.params as { id: string }).id)
      return savedViews(tx, reader)
    })
  )
}
