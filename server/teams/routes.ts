import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { wrongField } from '../errors.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { cursor, idParams } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import { oneOf } from '../views/schemas.ts'
import { CaseFollowers, Caseload, TeamsView } from '../views/organisations/teams.ts'
import { addTeam, coverFor, endCover, joinTeam, leadTeam, leaveTeam, renameTeam, takeLead } from './acts.ts'
import { closeTeam } from './close.ts'
import { viewFollowers } from './followers.ts'
import { handOver, mostHanded } from './hand.ts'
import { viewCaseload, viewTeams } from './view.ts'

const id = Type.String({ format: 'uuid' })
const day = Type.String({ format: 'date' })
const none = Type.Null()
const name = closed({ name: Type.String({ minLength: 1, maxLength: 80 }) })
const joining = closed({ personId: id, leads: Type.Boolean() })
const leading = closed({ leads: Type.Boolean() })
const covering = closed({ absentId: id, coverId: id, since: day, until: day })
const handing = closed({
  cases: Type.Array(id, { minItems: 1, maxItems: mostHanded, uniqueItems: true }),
  teamId: Type.Union([id, none]),
  personId: Type.Union([id, none]),
  from: Type.Optional(day)
})
const closing = closed({ teamId: Type.Union([id, none]), personId: Type.Union([id, none]) })
const caseloadQuery = closed({
  team: Type.Optional(id),
  person: Type.Optional(id),
  view: Type.Optional(oneOf('all', 'unassigned')),
  cursor
})

const noFollower = () =>
  wrongField('to', 'required', {
    fr: 'Choisissez une équipe, ou une personne d’une équipe',
    en: 'Choose a team, or a person of a team'
  })

const answer = TeamsView

/** Who follows what, and who reads for whom. */
const handingRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { acts } = routesOf(app, deps, read)
  const shown = (request: FastifyRequest) => read(request, viewTeams)
  acts('/api/teams/caseload', { answer, body: handing }, async ({ gate, by, input, request }) => {
    if (input.teamId === null && input.personId === null) throw noFollower()
    await handOver(gate, by, input)
    return shown(request)
  })
  acts('/api/teams/covers', { answer, body: covering, status: 201 }, async ({ gate, by, input, request }) => {
    await coverFor(gate, by, input)
    return shown(request)
  })
  acts('/api/teams/covers/:id/end', { answer, params: idParams }, async ({ gate, by, request }, asked) => {
    await endCover(gate, by, asked.id)
    return shown(request)
  })
}

/** Teams of one's own organisation, and who of its people follows which case. To others than those who may work in teams they are not there. */
export const teamRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  const shown = (request: FastifyRequest) => read(request, viewTeams)
  reads('/api/teams', { answer }, viewTeams)
  reads(
    '/api/cases/:id/followers',
    { params: idParams, answer: CaseFollowers },
    (tx, reader, { id: caseId }) => viewFollowers(tx, caseId, reader)
  )
  reads('/api/teams/caseload', { querystring: caseloadQuery, answer: Caseload }, (tx, reader, asked) =>
    viewCaseload(tx, asked, reader)
  )
  acts('/api/teams', { answer, body: name, status: 201 }, async ({ gate, by, input, request }) => {
    await addTeam(gate, by, input.name)
    return shown(request)
  })
  acts(
    '/api/teams/:id',
    { answer, params: idParams, body: name, method: 'PUT' },
    async ({ gate, by, input, request }, asked) => {
      await renameTeam(gate, by, { id: asked.id, name: input.name })
      return shown(request)
    }
  )
  acts(
    '/api/teams/:id/close',
    { answer, params: idParams, body: closing },
    async ({ gate, by, input, request }, asked) => {
      const to = input.teamId === null && input.personId === null ? null : input
      await closeTeam(gate, by, { id: asked.id, to })
      return shown(request)
    }
  )
  acts(
    '/api/teams/:id/members',
    { answer, params: idParams, body: joining, status: 201 },
    async ({ gate, by, input, request }, asked) => {
      await joinTeam(gate, by, { teamId: asked.id, ...input })
      return shown(request)
    }
  )
  acts(
    '/api/teams/members/:id/lead',
    { answer, params: idParams, body: leading },
    async ({ gate, by, input, request }, asked) => {
      await leadTeam(gate, by, { id: asked.id, leads: input.leads })
      return shown(request)
    }
  )
  acts('/api/teams/lead', { answer }, async ({ gate, by, request }) => {
    await takeLead(gate, by)
    return shown(request)
  })
  acts('/api/teams/members/:id/leave', { answer, params: idParams }, async ({ gate, by, request }, asked) => {
    await leaveTeam(gate, by, asked.id)
    return shown(request)
  })
  handingRoutes(app, deps)
}
