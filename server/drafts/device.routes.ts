import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { hashOf } from '../auth/sealing.ts'
import { sessionCookie } from '../auth/session.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { RouteDeps } from '../http/reading.ts'
import { idParams } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
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
  const { keeps } = routesOf(app, deps)
  const by = ({ actor }: Reader, { cookies }: FastifyRequest): Asking => ({
    ...{ keys: deps.keys, actor, sessionHash: hashOf(cookies[sessionCookie] ?? '') },
    now: deps.now?.() ?? new Date()
  })
  keeps(
    '/api/devices/:device/key',
    { method: 'PUT', params: deviceParams, answer: publicKey },
    async (tx, reader, { device }, request) => {
      const key = await keyOfDevice(tx, by(reader, request), device)
      return { ...key, expiresAt: key.expiresAt.toISOString(), lifetimeHours: draftHours }
    }
  )
  keeps(
    '/api/device-keys/:id/open',
    { method: 'POST', params: idParams, answer: privateKey },
    async (tx, reader, { id }, request) => {
      const key = await privateHalfOf(tx, by(reader, request), id)
      return { ...key, expiresAt: key.expiresAt.toISOString() }
    }
  )
}
