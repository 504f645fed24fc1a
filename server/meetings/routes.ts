import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { closed, dateTime, optional, text } from '../../workflows/vocabulary/fields.ts'
import { meetingCommandTypes, meetingRow } from '../../workflows/meeting/machine.ts'
import { audit } from '../acts/audit.ts'
import { idParams, pageQuery, versionOf } from '../http/requested.ts'
import { localeOf } from '../locale.ts'
import { reading, readingSealed, type RouteDeps } from '../http/reading.ts'
import { routesOf } from '../http/routes.ts'
import { decideMeeting, planMeeting } from './decide.ts'
import { listMeetings } from './list.ts'
import { readMinutes } from './minutes.view.ts'
import { MeetingList, MeetingView, MinutesView, SeatsView } from '../views/meetings.ts'
import { entryOf } from './invitation.ts'
import { viewSeats } from './seats.ts'
import { readMeeting } from './store.ts'
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

/** Minutes leave the system: each reading is written down, and so is a refused one. */
const minutesRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const leave = (request: FastifyRequest, format: string): Promise<MinutesView> => {
    const { id } = request.params as { id: string }
    const asked = { object: `meeting:${id}`, detail: `minutes.${format}` }
    return readingSealed(deps)(request, asked, async (tx, reader) => {
      const view = await readMinutes(tx, id, reader, format === 'pdf')
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
      // With its fonts it is the largest part of the house, and asked for once a month.
      const { minutesPdf } = await import('./pdf.ts')
      const pdf = await minutesPdf(view, localeOf(request))
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="cellule-${view.day}.pdf"`)
        .send(pdf)
    }
  )
}

/** For whoever may read the meeting: the same entry that the letter encloses. */
const entryRoute = (app: FastifyInstance, deps: RouteDeps, publicUrl: string) => {
  const file = { content: { 'text/calendar': { schema: Type.String() } } }
  app.get(
    '/api/meetings/:id/reunion.ics',
    { schema: { params: idParams, response: { 200: file } } },
    async (request, reply) => {
      const { id } = request.params as { id: string }
      const entry = await reading(deps)(request, async (tx, reader) => {
        await viewMeeting(tx, id, reader)
        return entryOf(await readMeeting(tx, id), publicUrl).text
      })
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="reunion.ics"')
        .send(entry)
    }
  )
}

/** The cell's meetings: reads, minutes, and one route for each act of the table. */
export const meetingRoutes = async (
  app: FastifyInstance,
  { publicUrl, ...deps }: RouteDeps & { publicUrl: string }
) => {
  const { reads, acts } = routesOf(app, deps)
  const one = { params: idParams, answer: MeetingView, tag: ({ version }: MeetingView) => version }
  reads('/api/meetings', { querystring: pageQuery, answer: MeetingList }, listMeetings)
  reads('/api/seats', { answer: SeatsView }, viewSeats)
  reads('/api/meetings/:id', one, (tx, reader, { id }) => viewMeeting(tx, id, reader))
  minutesRoutes(app, deps)
  entryRoute(app, deps, publicUrl)
  const shown = (request: FastifyRequest, id: string) =>
    reading(deps)(request, (tx, reader) => viewMeeting(tx, id, reader))
  const planned = { answer: one.answer, tag: one.tag, at: ({ id }: MeetingView) => `/api/meetings/${id}` }
  acts('/api/meetings', { ...planned, body: planBody, status: 201 }, async ({ gate, by, input, request }) => {
    const { startsAt, place = null } = input
    const { id } = await planMeeting(gate, { ...by, startsAt, place })
    return shown(request, id)
  })
  for (const command of meetingCommandTypes) {
    const { input: body, label, side } = meetingRow(command)
    const url = `/api/meetings/:id/commands/${command}`
    // A voice is given once on an item: what others said in the meantime does not make it another one.
    const read = side === 'member' ? {} : { version: versionOf }
    acts(
      url,
      { ...one, ...read, body, summary: label.en },
      async ({ gate, by, version, ...acting }, { id }) => {
        const input = acting.input as Record<string, unknown>
        await decideMeeting(gate, { ...by, meetingId: id, command, input, version: version ?? null })
        return shown(acting.request, id)
      }
    )
  }
}
