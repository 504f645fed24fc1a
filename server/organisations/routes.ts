import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { kinds } from '../../workflows/referral/kinds/kinds.ts'
import { territoryCodes } from '../../workflows/calendar/territories.ts'
import { regimes } from '../../policies/habilitations.ts'
import { keptTypes, orgStates } from '../../policies/organisations.ts'
import { counted } from '../cases/store.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { cursor, idParams } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import {
  ImportPreview,
  MergePreview,
  OrganisationList,
  OrganisationView,
  ProposalsWaiting
} from '../views/organisations/organisations.ts'
import { changeOrganisation, createOrganisation, takeAway } from './keep.ts'
import { importDirectory, previewImport } from './import.ts'
import { listOrganisations } from './list.ts'
import { propose, settleProposal, settlings, type Proposing, type Settling } from './proposals.ts'
import { confirmSeveral } from './proposing/several.ts'
import { previewMerge, viewOrganisation } from './read.ts'
import { endRegime } from './regimes.ts'
import { proposalsFor } from './store.ts'

const orNothing = (schema: Parameters<typeof Type.Union>[0][number]) =>
  Type.Optional(Type.Union([schema, Type.Null()]))
const word = (max: number) => Type.String({ maxLength: max })
const code = Type.String({ pattern: '^[\\w.-]{1,60}$' })
const described = {
  name: word(160),
  territory: orNothing(Type.String({ enum: [...territoryCodes] })),
  region: orNothing(word(80)),
  court: orNothing(code),
  siret: orNothing(Type.String({ pattern: '^\\d{14}$' }))
}
const kept = Type.String({ enum: [...keptTypes] })
const created = closed({ ...described, type: kept })
const changed = closed({
  ...described,
  type: Type.Optional(kept),
  answers: Type.Array(Type.String({ enum: Object.keys(kinds) }), { maxItems: 60 })
})
const day = orNothing(Type.String({ format: 'date' }))
const regime = Type.String({ enum: [...regimes] })
const proposed = closed({
  kind: Type.String({ enum: ['accredit', 'reinstate', 'regime', 'merge'] }),
  regime: Type.Optional(regime),
  since: day,
  until: day,
  askedOn: day,
  completeOn: day,
  decision: Type.Optional(word(300)),
  into: Type.Optional(Type.String({ format: 'uuid' }))
})
const because = closed({ reason: Type.String({ minLength: 3, maxLength: 300 }) })

const listQuery = closed({
  cursor,
  q: Type.Optional(word(80)),
  type: Type.Optional(Type.String({ enum: [...keptTypes, 'platform'] })),
  status: Type.Optional(Type.String({ enum: Object.keys(orgStates) })),
  territory: Type.Optional(Type.String({ enum: [...territoryCodes] }))
})

type Sent = {
  kind: Proposing['kind']
  regime?: (typeof regimes)[number]
  into?: string
  decision?: string
} & Record<'since' | 'until' | 'askedOn' | 'completeOn', string | null | undefined>

/** Of what was sent, what this kind of proposal asks for. */
const asProposing = ({
  kind,
  regime: which,
  into,
  decision = '',
  since,
  until,
  askedOn,
  completeOn
}: Sent): Proposing => {
  if (kind === 'regime')
    return {
      kind,
      regime: which ?? 'flag',
      decision,
      since: since ?? null,
      until: until ?? null,
      askedOn: askedOn ?? null,
      completeOn: completeOn ?? null
    }
  return kind === 'merge' ? { kind, into: into ?? '00000000-0000-0000-0000-000000000000' } : { kind }
}

const url = '/api/organisations'
const importLimit = 512 * 1024
const one = { params: idParams, answer: OrganisationView }

const organisationReads = (app: FastifyInstance, deps: RouteDeps) => {
  const { reads } = routesOf(app, deps)
  reads(url, { querystring: listQuery, answer: OrganisationList }, (tx, reader, asked) =>
    listOrganisations(tx, reader, asked)
  )
  reads(`${url}/:id`, one, (tx, reader, { id }) => viewOrganisation(tx, id, reader))
  reads(
    `${url}/:id/merge/:into`,
    {
      params: closed({ ...idParams.properties, into: Type.String({ format: 'uuid' }) }),
      answer: MergePreview
    },
    (tx, reader, { id, into }) => previewMerge(tx, id, into, reader)
  )
}

const organisationActs = (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { acts } = routesOf(app, deps, read)
  const shown = (request: FastifyRequest, id: string) =>
    read(request, (tx, reader) => viewOrganisation(tx, id, reader))
  acts(
    url,
    { answer: OrganisationView, body: created, status: 201, at: ({ id }) => `${url}/${id}` },
    async ({ gate, by, input, request }) => {
      const { id } = await createOrganisation(gate, by, input as Parameters<typeof createOrganisation>[2])
      return shown(request, id)
    }
  )
  acts(
    `${url}/:id`,
    { ...one, method: 'PUT', body: changed },
    async ({ gate, by, input, request }, { id }) => {
      await changeOrganisation(gate, by, id, input as Parameters<typeof changeOrganisation>[3])
      return shown(request, id)
    }
  )
  for (const act of ['suspend', 'close'] as const)
    acts(`${url}/:id/${act}`, { ...one, body: because }, async ({ gate, by, input, request }, { id }) => {
      await takeAway(gate, by, { orgId: id, action: `organisation.${act}`, reason: input.reason })
      return shown(request, id)
    })
  acts(`${url}/:id/proposals`, { ...one, body: proposed }, async ({ gate, by, input, request }, { id }) => {
    await propose(gate, by, id, asProposing(input as Sent))
    return shown(request, id)
  })
  acts(
    `${url}/:id/regimes/:regime/end`,
    { params: closed({ ...idParams.properties, regime: word(60) }), answer: OrganisationView, body: because },
    async ({ gate, by, input, request }, asked) => {
      await endRegime(gate, by, { orgId: asked.id, regime: asked.regime, reason: input.reason })
      return shown(request, asked.id)
    }
  )
}

/** A directory in a spreadsheet: read first, then taken over whole. */
const importActs = (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { acts } = routesOf(app, deps, read)
  const body = closed({ csv: Type.String({ maxLength: 400_000 }) })
  app.post(
    `${url}/import/preview`,
    { bodyLimit: importLimit, schema: { body, response: { 200: ImportPreview } } },
    (request) =>
      read(request, (tx, reader) => previewImport(tx, (request.body as { csv: string }).csv, reader))
  )
  acts(
    `${url}/import`,
    { answer: OrganisationList, body, bodyLimit: importLimit },
    async ({ gate, by, input, request }) => {
      await importDirectory(gate, by, input.csv)
      return read(request, (tx, reader) => listOrganisations(tx, reader, {}))
    }
  )
}

/** What waits for a second person: confirmed, refused or taken back. */
const proposalActs = (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { acts, reads } = routesOf(app, deps, read)
  reads('/api/proposals/waiting', { answer: ProposalsWaiting }, async (tx, { actor }) => ({
    waiting: counted((await proposalsFor(tx, actor)).length)
  }))
  for (const how of Object.keys(settlings) as Settling[])
    acts(
      `/api/proposals/:id/${how}`,
      { params: idParams, answer: OrganisationList },
      async ({ gate, by, request }, { id }) => {
        await settleProposal(gate, by, id, how)
        return read(request, (tx, reader) => listOrganisations(tx, reader, {}, { settled: true }))
      }
    )
  const ids = Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 200 })
  acts(
    '/api/proposals/confirm',
    { answer: OrganisationList, body: closed({ ids }) },
    async ({ gate, by, input, request }) => {
      await confirmSeveral(gate, by, input.ids)
      return read(request, (tx, reader) => listOrganisations(tx, reader, {}, { settled: true }))
    }
  )
}

/** What the administration keeps: organisations, their regimes, and what waits for a second person. */
export const organisationRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  organisationReads(app, deps)
  organisationActs(app, deps)
  importActs(app, deps)
  proposalActs(app, deps)
}
