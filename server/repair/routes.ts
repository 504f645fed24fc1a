import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { undoReasons, type UndoReason } from '../../workflows/vocabulary/words.repair.ts'
import { capacitiesOf } from '../cases/store.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { tagIn } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import { UndoAsked, Undone, UndoRequestList, UndoView } from '../views/acts/repair.ts'
import { ask, decline, withdraw } from './ask.ts'
import { undo } from './undo.ts'
import { viewUndo } from './view.ts'
import { listWaiting } from './waiting.ts'

const params = closed({
  id: Type.String({ format: 'uuid' }),
  ref: Type.String({ pattern: '^[\\w-]{22}$' })
})
const body = closed({ reason: Type.Unsafe<UndoReason>({ type: 'string', enum: Object.keys(undoReasons) }) })

/** An act that was entered in error is looked at, and taken back, by those who entered it, or asked of whoever follows all of it. For others there is none. */
export const repairRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  const url = '/api/cases/:id/acts/:ref/undo'
  reads(url, { params, answer: UndoView, tag: ({ version }) => version }, (tx, reader, asked) =>
    viewUndo(tx, asked, reader)
  )
  acts(
    url,
    { params, body, answer: Undone, version: tagIn },
    async ({ gate, by, input: { reason }, version, request }, { id: caseId, ref }) => {
      await undo(gate, by, { caseId, ref, reason, version })
      const held = await read(request, (tx, { actor }) => capacitiesOf(tx, caseId, actor))
      return { id: caseId, inSight: held.length > 0 }
    }
  )
  reads('/api/undo-requests', { answer: UndoRequestList }, listWaiting)
  acts(
    `${url}/ask`,
    { params, body, answer: UndoAsked, version: tagIn },
    async ({ gate, by, input: { reason }, version }, { id: caseId, ref }) => {
      const { id } = await ask(gate, by, { caseId, ref, reason, version })
      return { id, state: 'asked' as const }
    }
  )
  acts(
    `${url}/decline`,
    { params, body: closed({}), answer: UndoAsked, version: tagIn },
    async ({ gate, by, version }, { id: caseId, ref }) => {
      const { id } = await decline(gate, by, { caseId, ref, version })
      return { id, state: 'declined' as const }
    }
  )
  acts(
    `${url}/withdraw`,
    { params, body: closed({}), answer: UndoAsked, version: tagIn },
    async ({ gate, by, version }, { id: caseId, ref }) => {
      const { id } = await withdraw(gate, by, { caseId, ref, version })
      return { id, state: 'withdrawn' as const }
    }
  )
}
