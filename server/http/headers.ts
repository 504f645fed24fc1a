import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

const permissions = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer']
const morePermissions = [
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'browsing-topics'
]

const always = {
  // Pages replace this one by their own, which carries a nonce.
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not no-referrer: browsers then send `Origin: null` with our own forms, and the origin check refuses them.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': [...permissions, ...morePermissions].map((name) => `${name}=()`).join(', '),
  // Static files, which hold nothing of anyone, replace it by their own.
  'cache-control': 'no-store'
}

/** Set on the raw answer, before anything else runs: pages that bypass the framework's reply carry them too. */
export function securityHeaders(app: FastifyInstance, publicUrl: string): void {
  const set = headerSetter(publicUrl)
  app.addHook('onRequest', async (_request, reply) => set(reply.raw))
}

export function headerSetter(publicUrl: string): (response: ServerResponse) => void {
  const secure = publicUrl.startsWith('https:')
  const strict = secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}
  const all = Object.entries({ ...always, ...strict })
  return (response) => {
    for (const [name, value] of all) response.setHeader(name, value)
  }
}
