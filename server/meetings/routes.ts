import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { closed, dateTime, optional, text } from '../../workflows/vocabulary/fields.ts'
import { meetingCommandTypes, meetingRow, type MeetingCommand } from '../../workflows/meeting/machine.ts'
import { audit } from '../audit/audit.ts'
import { actHeaders, idParams, keyOf, versionOf } from '../http/requested.ts'
import { localeOf } from '../http/locale.ts'
import { gateOf, reading, readingSealed, type RouteDeps } from '../http/reading.ts'
import { decideMeeting, planMeeting } from './decide.ts'
import { listMeetings } from './list.ts'
import { readMinutes } from './minutes.view.ts'
import { minutesPdf } from './pdf.ts'
import { MeetingList, MeetingView, MinutesView } from './schemas.ts'
import { viewMeeting } from './view.ts'

const planBody = closed({
  startsAt: dateTime({ label: { fr: 'Jour et heure', en: 'Day and time' }, ahead: true }),
  place: optional(
    text({
      label: { fr: 'Salle', en: 'Room' },
      hint: { fr: 'Un nom de salle, sans adresse.', en: 'The name of a room, no address.' },
      maxLength: 60
    })
  )
})

const answer = async (
  request: FastifyRequest,
  reply: FastifyReply,
  asked: { id: string; deps: RouteDeps }
) => {
  const view = await reading(asked.deps)(request, (tx, reader) => viewMeeting(tx, asked.id, reader))
  return reply.header('etag', `"${view.version}"`).send(view)
}

const readRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  app.get('/api/meetings', { schema: { response: { 200: MeetingList } } }, (request) =>
    read(request, listMeetings)
  )
  app.get(
    '/api/meetings/:id',
    { schema: { params: idParams, response: { 200: MeetingView } } },
    (request, reply) => answer(request, reply, { id: (request.params as { id: string }).id, deps })
  )
}

/** Minutes leave the system: each reading is written down, and so is a refused one. */
const minutesRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const leave = (request: FastifyRequest, format: string): Promise<MinutesView> => {
    const { id } = request.params as { id: string }
    const object = `meeting:${id}`
    return readingSealed(deps)(request, { object, detail: `minutes.${format}` }, async (tx, reader) => {
      const view = await readMinutes(tx, id, reader)
      await audit(tx, reader.actor, reader.now, {
        chain: object,
        action: 'read',
        object,
        outcome: 'allowed',
        detail: `minutes.${format}`
      })
      return view
    })
  }
  app.get(
    '/api/meetings/:id/minutes',
    { schema: { params: idParams, response: { 200: MinutesView } } },
    (request) => leave(request, 'json')
  )
  const file = { content: { 'application/pdf': { schema: Type.String({ format: 'binary' }) } } }
  app.get(
    '/api/meetings/:id/minutes.pdf',
    { schema: { params: idParams, response: { 200: file } } },
    async (request, reply) => {
      const view = await leave(request, 'pdf')
      const pdf = await minutesPdf(view, localeOf(request))
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="cellule-${view.day}.pdf"`)
        .send(pdf)
    }
  )
}

const actRoute = (app: FastifyInstance, deps: RouteDeps, command: MeetingCommand) => {
  const { input, label, side } = meetingRow(command)
  const schema = {
    summary: label.en,
    params: idParams,
    headers: actHeaders,
    body: input,
    response: { 200: MeetingView }
  }
  app.post(`/api/meetings/:id/commands/${command}`, { schema }, async (request, reply) => {
    const { id } = request.params as { id: string }
    await decideMeeting(gateOf(deps), {
      actor: request.actor,
      meetingId: id,
      command,
      input: request.body as Record<string, unknown>,
      key: keyOf(request),
      // A voice is given once on an item: what others said in the meantime does not make it another one.
      version: side === 'member' ? null : versionOf(request)
    })
    return answer(request, reply, { id, deps })
  })
}

/** The cell's meetings: reads, minutes, and one route for each act of the table. */
export const meetingRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  readRoutes(app, deps)
  minutesRoutes(app, deps)
  const schema = { headers: actHeaders, body: planBody, response: { 201: MeetingView } }
  app.post('/api/meetings', { schema }, async (request, reply) => {
    const { startsAt, place = null } = request.body as { startsAt: string; place?: string }
    const key = keyOf(request)
    const { id } = await planMeeting(gateOf(deps), { actor: request.actor, startsAt, place, key })
    return answer(request, reply.code(201).header('location', `/api/meetings/${id}`), { id, deps })
  })
  for (const command of meetingCommandTypes) actRoute(app, deps, command)
}
