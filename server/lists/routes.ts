import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import type { RouteDeps } from '../http/reading.ts'
import { idParams } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import { ListChoices, SavedViews } from '../views/saved-views.ts'
import { LeftAlone } from '../views/worklist.ts'
import { choicesFor } from './choices.ts'
import { mayNarrow, narrowing } from './filter.ts'
import { listLeftAlone } from './left.ts'
import { worklistViews } from './order.ts'
import { removeView, saveView, savedViews } from './saved.ts'

const body = closed({ view: Type.Optional(Type.String({ enum: [...worklistViews] })), ...narrowing })

/** By what a list is narrowed, and the lists that each person keeps: their own, and nobody else’s. */
export const listFilterRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const { reads, keeps } = routesOf(app, deps)
  reads('/api/worklist/choices', { answer: ListChoices }, choicesFor)
  reads('/api/left-alone', { answer: LeftAlone }, listLeftAlone)
  const views = '/api/worklist/views'
  reads(views, { answer: SavedViews }, savedViews)
  keeps(views, { method: 'PUT', body, answer: SavedViews }, async (tx, reader, asked) => {
    mayNarrow(reader.actor, asked)
    await saveView(tx, reader.actor, asked as Parameters<typeof saveView>[2], reader.now)
    return savedViews(tx, reader)
  })
  keeps(
    `${views}/:id`,
    { method: 'DELETE', params: idParams, answer: SavedViews },
    async (tx, reader, { id }) => {
      await removeView(tx, id)
      return savedViews(tx, reader)
    }
  )
}
