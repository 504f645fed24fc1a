import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastify } from 'fastify'
import type { CustomFetch } from 'openid-client'
import type { Pool } from 'pg'
import { authPlugin } from '../../../server/auth/plugin.ts'
import type { AuthAct } from '../../../server/auth/routes.ts'
import { demoAccounts } from '../../../server/demo/world/accounts.ts'
import { demoProviderPlugin } from '../../../server/demo/desk/provider.ts'
import { registerProblems } from '../../../server/http/problem.ts'
import { freshDatabase } from '../../support/running/db.ts'

export const publicUrl = 'http://localhost:3000'
export const minute = 60_000

const home = `<!doctype html><html lang="fr"><title>Accueil</title><h1>Accueil</h1>
<form method="post" action="/auth/logout"><button>Quitter</button></form></html>`

type FetchAround = (ask: CustomFetch) => CustomFetch

/** The door alone, with its provider, a real database, and a clock that can be pushed. */
export async function openDoor(address = publicUrl) {
  const db = await freshDatabase()
  await seedPeople(db.owner, `${address}/oidc`)
  const dataDir = mkdtempSync(join(tmpdir(), 'mnio-door-'))
  const config = { publicUrl: address, oidc: null, demonstration: true, dataDir }
  const acts: AuthAct[] = []
  const state = { later: 0, around: (ask: CustomFetch): CustomFetch => ask, mute: false }
  const app = fastify()
  registerProblems(app)
  const plain: CustomFetch = async (url, { method, headers, body }) => {
    const { pathname, search } = new URL(url)
    const sent = { url: pathname + search, headers, ...(body == null ? {} : { payload: String(body) }) }
    const answer = await app.inject({ method: method === 'POST' ? 'POST' : 'GET', ...sent })
    const type = String(answer.headers['content-type'])
    return new Response(answer.rawPayload, { status: answer.statusCode, headers: { 'content-type': type } })
  }
  await app.register(authPlugin, {
    config,
    db: db.app,
    now: () => new Date(Date.now() + state.later),
    record: async (act) => {
      if (state.mute) throw new Error('nothing can be written down')
      acts.push(act)
    },
    fetchIssuer: (url, options) => state.around(plain)(url, options)
  })
  await app.register(demoProviderPlugin, { config })
  app.get('/api/me', (request) => request.actor)
  app.get('/api/cases', (request) => request.actor)
  app.post('/api/cases', (request) => ({ by: request.actor.name }))
  app.get('/api/stream', (request) => request.actor)
  app.get('/api/health', () => ({ ok: true }))
  app.get('/', (_request, reply) => reply.type('text/html').send(home))
  return {
    app,
    db,
    acts,
    pass: (ms: number) => void (state.later += ms),
    /** Whether what happens at the door cannot be written down. */
    mute: (on: boolean) => void (state.mute = on),
    meddle: (around: FetchAround) => void (state.around = around),
    honest: () => void (state.around = (ask) => ask),
    close: async () => {
      await app.close()
      await db.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}

export type Door = Awaited<ReturnType<typeof openDoor>>

async function seedPeople(owner: Pool, issuer: string) {
  for (const { login, given, family, role, org } of demoAccounts) {
    if (role === null) continue
    const { key, type, name, territory } = org
    await owner.query(
      `with o as (
        insert into organisation (key, type, name, territory, status) values ($1, $2, $3, $4, 'accredited')
        on conflict (key) do update set name = excluded.name returning id),
      p as (insert into person (issuer, subject, display_name) values ($5, $6, $7) returning id)
      insert into membership (person_id, org_id, role) select p.id, o.id, $8 from p, o`,
      [key, type, name, territory, issuer, login, `${given} ${family}`, role]
    )
  }
}
