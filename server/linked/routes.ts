import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { linkKindIds, type LinkKind } from '../../workflows/case/linked.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { idParams } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import { LinkedCases } from '../views/acts/linked.ts'
import { endLink, makeLink } from './make.ts'
import { viewLinks } from './view.ts'

const uuid = Type.String({ format: 'uuid' })
const making = closed({
  code: Type.String({ minLength: 1, maxLength: 40 }),
  kind: Type.Unsafe<LinkKind>({ type: 'string', enum: linkKindIds })
})

/** Two cases of an operation, a family, a place or an employer, for who may know both. Neither version moves, so none is asked. */
export const linkedRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  const url = '/api/cases/:id/links'
  const shown = (request: FastifyRequest, id: string) =>
    read(request, (tx, reader) => viewLinks(tx, { id }, reader))
  reads(url, { params: idParams, answer: LinkedCases }, (tx, reader, asked) => viewLinks(tx, asked, reader))
  acts(
    url,
    { params: idParams, body: making, answer: LinkedCases, status: 201 },
    async ({ gate, by, input, request }, { id: caseId }) => {
      await makeLink(gate, by, { ...input, caseId })
      return shown(request, caseId)
    }
  )
  acts(
    `${url}/:link/end`,
    { params: closed({ id: uuid, link: uuid }), answer: LinkedCases },
    async ({ gate, by, request }, { id: caseId, link }) => {
      await endLink(gate, by, { caseId, id: link })
      return shown(request, caseId)
    }
  )
}
