import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  refusalsOfHanding,
  withdrawalsOfHanding,
  type HandingReason
} from '../../policies/organisations/handing.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { languages, means } from '../../workflows/vocabulary/words.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { idParams, tagIn, versionOf } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import { HandingForm, HandingList, HandingView } from '../views/acts/handing.ts'
import { propose } from './propose.ts'
import { accept, refuse, withdraw } from './settle.ts'
import { versionOf as versionOfHanding } from './proposal/store.ts'
import { listHandings, viewForm, viewHanding } from './view.ts'

const id = Type.String({ format: 'uuid' })
const among = (table: object) => Type.String({ enum: Object.keys(table) })
const because = (table: object) =>
  closed({ reason: Type.Unsafe<HandingReason>({ type: 'string', enum: Object.keys(table) }) })

/** The agreement of the person is ticked, and said as every agreement is. */
const proposal = closed({
  orgId: id,
  agrees: Type.Unsafe<true>({ type: 'boolean', const: true }),
  on: Type.String({ format: 'date' }),
  language: among(languages),
  means: among(means),
  interpreter: Type.Optional(Type.Boolean())
})
const taking = closed({ teamId: Type.Union([id, Type.Null()]) })

/** A case is handed on by the association that accompanies the person, and taken by another one. */
export const handingRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  const shown = (request: FastifyRequest, one: string) =>
    read(request, (tx, reader) => viewHanding(tx, { id: one }, reader))
  const ofCase = '/api/cases/:id/handing'
  reads(
    ofCase,
    { params: idParams, answer: HandingForm, tag: ({ version }) => version },
    (tx, reader, asked) => viewForm(tx, asked, reader)
  )
  acts(
    ofCase,
    { params: idParams, body: proposal, answer: HandingView, status: 201, version: tagIn, at: hrefOf },
    async ({ gate, by, input, version, request }, { id: caseId }) => {
      const { agrees: _ticked, interpreter = false, ...said } = input
      const done = await propose(gate, by, { ...said, interpreter, caseId, version })
      return shown(request, done.id)
    }
  )
  const url = '/api/handings'
  const one = { params: idParams, answer: HandingView, tag: versionOfHanding }
  reads(url, { answer: HandingList }, listHandings)
  reads(`${url}/:id`, one, (tx, reader, asked) => viewHanding(tx, asked, reader))
  const stepping = { ...one, version: versionOf }
  acts(`${url}/:id/accept`, { ...stepping, body: taking }, async ({ gate, by, input, ...asked }, params) => {
    await accept(gate, by, { ...params, ...input, version: asked.version })
    return shown(asked.request, params.id)
  })
  for (const [step, act, reasons] of [
    ['refuse', refuse, refusalsOfHanding],
    ['withdraw', withdraw, withdrawalsOfHanding]
  ] as const)
    acts(
      `${url}/:id/${step}`,
      { ...stepping, body: because(reasons) },
      async ({ gate, by, input, ...asked }, params) => {
        await act(gate, by, { ...params, ...input, version: asked.version })
        return shown(asked.request, params.id)
      }
    )
}

const hrefOf = ({ id: made }: { id: string }) => `/api/handings/${made}`
