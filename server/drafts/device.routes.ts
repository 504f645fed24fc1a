import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { hashOf } from '../auth/sealing.ts'
import { sessionCookie } from '../auth/session.ts'
import type { Tx } from '../db/context.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { idParams } from '../http/requested.ts'
import { orNull, text } from '../views/shapes.ts'
import { draftHours } from '../worker/kept.ts'
import { keyOfDevice, privateHalfOf, type Asking } from './device.keys.ts'

const deviceParams = closed({ device: Type.String({ format: 'uuid' }) })
const publicKey = closed({
  id: text,
  /** Of a pair on the curve P-256, as SPKI in base64url. */
  publicHalf: text,
  expiresAt: text,
  lifetimeHours: Type.Integer()
})
const privateKey = closed({
  /** As PKCS #8 in base64url; null where it was forgotten: what was sealed to its pair opens no more. */
  privateHalf: orNull(text),
  expiresAt: text
})

/** Keys for drafts that stay on the device where they were typed: the server has no draft of them, the device no key. */
export const deviceKeyRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const asking = <T>(request: FastifyRequest, work: (tx: Tx, asking: Asking) => Promise<T>) =>
    read(request, (tx, { actor }) =>
      work(tx, {
        keys: deps.keys,
        personId: actor.personId,
        sessionHash: hashOf(request.cookies[sessionCookie] ?? ''),
        now: deps.now?.() ?? new Date()
      })
    )
  app.put(
    '/api/devices/:device/key',
    { schema: { params: deviceParams, response: { 200: publicKey } } },
    (request) =>
      asking(request, async (tx, by) => {
        const { device } = request.params as { device: string }
        const key = await keyOfDevice(tx, by, device)
        return { ...key, expiresAt: key.expiresAt.toISOString(), lifetimeHours: draftHours }
      })
  )
  app.post(
    '/api/device-keys/:id/open',
    { schema: { params: idParams, response: { 200: privateKey } } },
    (request) =>
      asking(request, async (tx, by) => {
        const key = await privateHalfOf(tx, by, (request.params as { id: string }).id)
        return { ...key, expiresAt: key.expiresAt.toISOString() }
      })
  )
}
