import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type, type TObject } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { roles, type Role } from '../../policies/actor.ts'
import { sessionCookie } from '../auth/session.ts'
import { emailOfSession } from '../auth/store.ts'
import { NotFound } from '../errors.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { cursor, idParams } from '../http/requested.ts'
import { routesOf, type Acting } from '../http/routes.ts'
import { runQuery } from '../db/context.ts'
import { tokenPattern } from '../links/token.ts'
import { Offer, People } from '../views/organisations/organisations.ts'
import { AccessReview, OwnReview, ReviewsDue } from '../views/organisations/review.ts'
import {
  acceptInvitation,
  invitePerson,
  offerOf,
  offerState,
  renewInvitation,
  withdrawInvitation
} from './invitations.ts'
import {
  endMembership,
  sayAbsence,
  sayReturn,
  sayWarned,
  setAlternate,
  setManager,
  signOutMember
} from './members.ts'
import { viewPeople } from './people.ts'
import { viewOwnReview } from './access/own-review.ts'
import { viewReviewsDue } from './access/reviews-due.ts'
import { confirmReview, viewReview } from './review.ts'
import type { Inactivity } from './access/unseen.ts'

const invited = closed({
  role: Type.String({ enum: Object.keys(roles) }),
  manager: Type.Boolean(),
  alternate: Type.Optional(Type.Boolean()),
  email: Type.String({ maxLength: 254 })
})
const absence = closed({
  from: Type.String({ format: 'date' }),
  until: Type.Optional(Type.Union([Type.String({ format: 'date' }), Type.Null()]))
})
const token = closed({ token: Type.String({ pattern: tokenPattern }) })

/** Words that are no token at all are answered as one that opens nothing. */
const alike = async (request: FastifyRequest) => {
  if (!new RegExp(tokenPattern).test((request.params as { token: string }).token))
    throw new NotFound('not a token')
}

type Deps = RouteDeps & { inactivity: Inactivity; letters: boolean }
type Work = (acting: Acting<never>, id: string) => Promise<unknown>

const ofMembership = 'select org_id as "orgId" from membership where id = $1'
const ofInvitation = 'select org_id as "orgId" from invitation where id = $1'

/** Who has access in an organisation: read and kept by who manages it there. */
const peopleOf = (app: FastifyInstance, { inactivity, letters, ...deps }: Deps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  const shown = (request: FastifyRequest, orgId: string) =>
    read(request, (tx, reader) => viewPeople(tx, orgId, { reader, inactivity, letters }))
  reads('/api/people', { answer: People }, (tx, reader) =>
    viewPeople(tx, reader.actor.orgId, { reader, inactivity, letters })
  )
  reads('/api/organisations/:id/people', { params: idParams, answer: People }, (tx, reader, { id }) =>
    viewPeople(tx, id, { reader, inactivity, letters })
  )
  acts(
    '/api/organisations/:id/invitations',
    { params: idParams, answer: People, body: invited },
    async ({ gate, by, input, request }, { id }) => {
      const { role, alternate = false, ...rest } = input
      await invitePerson(gate, by, { ...rest, role: role as Role, alternate, organisationId: id })
      return shown(request, id)
    }
  )
  /** An act on one row, and the people of its organisation after it. */
  const on = (url: string, of: string, body: TObject | undefined, work: Work) =>
    acts(url, { params: idParams, answer: People, ...(body && { body }) }, async (acting, { id }) => {
      await work(acting as unknown as Acting<never>, id)
      const [row] = await read(acting.request, (tx) => runQuery<{ orgId: string }>(tx, of, [id]))
      if (!row) throw new NotFound('nothing of this id')
      return shown(acting.request, row.orgId)
    })
  return on
}

const memberActs = (on: ReturnType<typeof peopleOf>, inactivity: Inactivity) => {
  const url = '/api/memberships/:id'
  on(`${url}/end`, ofMembership, undefined, ({ gate, by }, id) => endMembership(gate, by, id))
  on(`${url}/sign-out`, ofMembership, undefined, ({ gate, by }, id) => signOutMember(gate, by, id))
  on(`${url}/warned`, ofMembership, undefined, ({ gate, by }, id) => sayWarned(gate, by, id, inactivity))
  on(`${url}/return`, ofMembership, undefined, ({ gate, by }, id) => sayReturn(gate, by, id))
  on(`${url}/absence`, ofMembership, absence, ({ gate, by, input }, id) => {
    const { from, until = null } = input as { from: string; until?: string | null }
    return sayAbsence(gate, by, id, { from, until })
  })
  on(`${url}/manager`, ofMembership, closed({ manager: Type.Boolean() }), ({ gate, by, input }, id) =>
    setManager(gate, by, id, (input as { manager: boolean }).manager)
  )
  on(`${url}/seat`, ofMembership, closed({ alternate: Type.Boolean() }), ({ gate, by, input }, id) =>
    setAlternate(gate, by, id, (input as { alternate: boolean }).alternate)
  )
}

const invitationActs = (on: ReturnType<typeof peopleOf>) => {
  const url = '/api/invitations/:id'
  on(`${url}/again`, ofInvitation, undefined, ({ gate, by }, id) => renewInvitation(gate, by, id))
  on(`${url}/withdraw`, ofInvitation, undefined, ({ gate, by }, id) => withdrawInvitation(gate, by, id))
}

/** Twice a year: read, and confirmed as it was read. */
const reviewQuery = closed({ cursor, team: Type.Optional(Type.String({ maxLength: 200 })) })

const reviewRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  reads('/api/reviews/due', { querystring: closed({ cursor }), answer: ReviewsDue }, viewReviewsDue)
  reads('/api/review/due', { answer: OwnReview }, viewOwnReview)
  reads('/api/review', { querystring: reviewQuery, answer: AccessReview }, viewReview)
  acts(
    '/api/review',
    { answer: AccessReview, body: closed({ digest: Type.String({ maxLength: 64 }) }) },
    async ({ gate, by, input, request }) => {
      await confirmReview(gate, by, input.digest)
      return read(request, viewReview)
    }
  )
}

/** The link itself: read and accepted by whoever is signed in, wherever they belong. */
const offerRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { acts } = routesOf(app, deps, read)
  const offered = (request: FastifyRequest, asked: string) =>
    read(request, async (tx, { actor, locale, now }) => {
      const one = await offerOf(tx, deps.keys, asked)
      const { organisation, manager, expiresAt, role } = one
      return {
        ...{ organisation, manager, roleLabel: roles[role][locale], expiresAt: expiresAt.toISOString() },
        state: offerState(one, actor.personId, now)
      }
    })
  app.get(
    '/api/invitation/:token',
    { onRequest: alike, schema: { params: token, response: { 200: Offer } } },
    (request) => offered(request, (request.params as { token: string }).token)
  )
  acts(
    '/api/invitation/:token/accept',
    { params: token, answer: Offer, onRequest: alike },
    async ({ gate, by, request }, { token: asked }) => {
      const email = await emailOfSession(deps.db.app, request.cookies[sessionCookie])
      await acceptInvitation(gate, by, { token: asked, email })
      return offered(request, asked)
    }
  )
}

/** Who has access, who is invited, and the way in. */
export const peopleRoutes = async (app: FastifyInstance, { inactivity, ...deps }: Deps) => {
  const on = peopleOf(app, { inactivity, ...deps })
  memberActs(on, inactivity)
  invitationActs(on)
  reviewRoutes(app, deps)
  offerRoutes(app, deps)
}
