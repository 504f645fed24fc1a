import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { CustomFetch } from 'openid-client'
import type { Actor } from '../../policies/actor.ts'
import { actorRead, apiGate } from './actor.ts'
import { issuerFetch } from './issuer-fetch.ts'
import { createOidc } from './oidc.ts'
import { originCheck } from './origin.ts'
import { authRoutes, type RecordAct } from './routes.ts'
import { actorsOf } from './session.ts'
import { authSettings, type AuthConfig } from './settings.ts'
import { endAllOfPerson, forgetDeviceKeys, type AuthDb } from './store.ts'

export type AuthOptions = {
  config: AuthConfig
  db: AuthDb
  now?: () => Date
  /** Where the audit hears of sign-ins, refusals and sign-outs. */
  record?: RecordAct
  /** How the provider is reached; the demonstration's own is in this process. */
  fetchIssuer?: CustomFetch
}

declare module 'fastify' {
  interface FastifyInstance {
    auth: {
      /** Looks again whom these cookies let act, without keeping a session awake: for streams that outlive a request. */
      actorsNow: (tokens: readonly string[]) => Promise<Map<string, Actor>>
      /** Ends every session of a person at once. */
      revokePerson: (personId: string) => Promise<void>
    }
  }
}

/** The door: origin check on every unsafe request, /api behind a session, and the routes under /auth. */
export async function authPlugin(app: FastifyInstance, options: AuthOptions): Promise<void> {
  const { config, db, now = () => new Date(), record = async () => {} } = options
  const settings = authSettings(config)
  const oidc = createOidc(settings, options.fetchIssuer ?? issuerFetch(app, settings))
  if (!app.hasRequestDecorator('cookies')) await app.register(cookie)
  app.decorateRequest('actor', { getter: currentActor })
  app.decorate('auth', {
    actorsNow: (tokens) => actorsOf(db, tokens, now()),
    revokePerson: async (personId) => {
      await db.query(endAllOfPerson, [personId, now()])
      await db.query(forgetDeviceKeys, [personId, null])
    }
  })
  app.addHook('onRequest', originCheck(settings))
  app.addHook('onRequest', apiGate({ db, now }))
  await app.register(authRoutes, { settings, oidc, db, now, record })
}

function currentActor(this: FastifyRequest): Actor {
  return actorRead(this)
}

// Hooks and decorators are for the whole application, not for a child of it.
Object.assign(authPlugin, {
  [Symbol.for('skip-override')]: true,
  [Symbol.for('fastify.display-name')]: 'auth'
})
