import type { FastifyInstance } from 'fastify'
import { hashOf } from '../auth/sealing.ts'
import { actorOfMembership } from '../calls/readers.ts'
import type { Config } from '../config.ts'
import { inContext } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import { limitLinks } from '../http/limits.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { routesOf } from '../http/routes.ts'
import { tokenPattern } from '../links/token.ts'
import { CalendarAddress, CalendarFeed } from '../views/calls.ts'
import { feedOf } from './feed.ts'
import { calendarOf, codeOf, makeCalendar, revokeCalendar } from './keep.ts'

type CalendarDeps = RouteDeps & { config: Pick<Config, 'publicUrl' | 'rateLimit'> }
type FeedDeps = RouteDeps & { perMinute: number }

const known = 'select calendar_known($1) as id'
const isCode = new RegExp(tokenPattern)

/** Whose days a code opens. @throws NotFound alike for one that never was, was revoked, or whose membership is over. */
const openedBy = async ({ db }: RouteDeps, code: string) => {
  const { rows } = isCode.test(code)
    ? await db.app.query<{ id: string | null }>(known, [hashOf(code)])
    : { rows: [] }
  const actor = rows[0]?.id ? await actorOfMembership(db.app, rows[0].id) : null
  if (!actor) throw new NotFound('no such calendar')
  return actor
}

/** For a calendar that has no session: its code is its whole right, on days and nothing of what. */
const feedRoutes = async (app: FastifyInstance, { perMinute, ...deps }: FeedDeps) => {
  limitLinks(app, perMinute)
  app.get('/calendar/:code.ics', { schema: { hide: true } }, async (request, reply) => {
    const { code } = request.params as { code: string }
    const actor = await openedBy(deps, code)
    const text = await inContext(deps.db.app, actor, (tx, clock) =>
      feedOf(tx, { actor, locale: 'fr', now: deps.now?.() ?? clock }, { keys: deps.keys, feed: hashOf(code) })
    )
    return reply
      .headers({ 'referrer-policy': 'no-referrer', 'content-disposition': 'attachment; filename="mnio.ics"' })
      .type('text/calendar; charset=utf-8')
      .send(text)
  })
}

/** The address by which the reader's own calendar subscribes to their days, and what it opens. */
export const calendarRoutes = async (app: FastifyInstance, { config, ...deps }: CalendarDeps) => {
  await app.register(feedRoutes, { ...deps, perMinute: config.rateLimit })
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  reads('/api/calendar', { answer: CalendarFeed }, calendarOf)
  acts('/api/calendar', { answer: CalendarAddress, status: 201 }, async ({ gate, by, request }) => {
    const { id } = await makeCalendar(gate, by)
    const { madeAt } = await read(request, calendarOf)
    return { address: `${config.publicUrl}/calendar/${codeOf(gate.keys, id)}.ics`, madeAt: madeAt ?? '' }
  })
  acts('/api/calendar/revoke', { answer: CalendarFeed }, async ({ gate, by, request }) => {
    await revokeCalendar(gate, by)
    return read(request, calendarOf)
  })
}
