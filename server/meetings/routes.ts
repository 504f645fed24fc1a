import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { closed, dateTime, optional, text } from '../../workflows/vocabulary/fields.ts'
import { meetingCommandTypes, meetingRow } from '../../workflows/meeting/machine.ts'
import { audit } from '../acts/audit.ts'
import { idParams, versionOf } from '../http/requested.ts'
import { localeOf } from '../locale.ts'
import { reading, readingSealed, type RouteDeps } from '../http/reading.ts'
import { routesOf, type Acting } from '../http/routes.ts'
import { decideMeeting, planMeeting } from './decide.ts'
import { listMeetings } from './list.ts'
import { readMinutes } from './minutes.view.ts'
import { minutesPdf } from './pdf.ts'
import { MeetingList, MeetingView, MinutesView } from '../views/meetings.ts'
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

const versionIn = ({ version }: MeetingView) => version

/** Minutes leave the system: each reading is written down, and so is a refused one. */
const minutesRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const leave = (request: FastifyRequest, format: string): Promise<MinutesView> => {
    const { id } = request.params as { id: string }
    const asked = { object: `meeting:${id}`, detail: `minutes.${format}` }
    return readingSealed(deps)(request, asked, async (tx, reader) => {
      const view = await readMinutes(tx, id, reader)
      await audit(tx, reader.actor, reader.now, { action: 'read', ...asked })
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

/** The cell's meetings: reads, minutes, and one route for each act of the table. */
export const meetingRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const { reads, acts } = routesOf(app, deps)
  const one = { params: idParams, answer: MeetingView }
  reads('/api/meetings', { answer: MeetingList }, listMeetings)
  reads('/api/meetings/:id', one, (tx, reader, { id }) => viewMeeting(tx, id, reader), versionIn)
  minutesRoutes(app, deps)
  const shown = async ({ request, reply }: Pick<Acting, 'request' | 'reply'>, id: string) => {
    const view = await reading(deps)(request, (tx, reader) => viewMeeting(tx, id, reader))
    reply.header('etag', `"${versionIn(view)}"`)
    return view
  }
  acts('/api/meetings', { body: planBody, answer: MeetingView, status: 201 }, async (acting) => {
    const { startsAt, place = null } = acting.input
    const { id } = await planMeeting(acting.gate, { ...acting.by, startsAt, place })
    acting.reply.header('location', `/api/meetings/${id}`)
    return shown(acting, id)
  })
  for (const command of meetingCommandTypes) {
    const { input: body, label, side } = meetingRow(command)
    const url = `/api/meetings/:id/commands/${command}`
    acts(url, { ...one, body, summary: label.en }, async (acting, { id }) => {
      const { gate, by, request } = acting
      // A voice is given once on an item: what others said in the meantime does not make it another one.
      const version = side === 'member' ? null : versionOf(request)
      const input = acting.input as Record<string, unknown>
      await decideMeeting(gate, { ...by, meetingId: id, command, input, version })
      return shown(acting, id)
    })
  }
}
