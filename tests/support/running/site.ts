import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import type { Log } from '../../../server/log.ts'
import { acting } from '../acting.ts'
import { testApp, type TestApp } from './app.ts'
import { fromPage, signIn } from './sign-in.ts'
import { tagFor } from './tags.ts'
import { noon, peopled, type TestWorld } from '../world.ts'

export type Answer = LightMyRequestResponse
export type Sent = { version?: number | string | null; key?: string | null; headers?: Record<string, string> }

export type Site = Omit<TestWorld, 'close'> &
  Pick<TestApp, 'app' | 'close'> & {
    tell: ReturnType<typeof acting>
    cookie: (login: string) => Promise<string>
    get: (login: string, url: string, headers?: Record<string, string>) => Promise<Answer>
    /** An unsafe request from our own page, with a fresh key and the version read; `null` leaves a header out. */
    send: (
      login: string,
      url: string,
      body: unknown,
      sent?: Sent & { method?: 'POST' | 'PUT' | 'DELETE' }
    ) => Promise<Answer>
    /** The version of a case that an account would read now. */
    version: (login: string, caseId: string) => Promise<string>
    /** An act on a case, from the version given. */
    act: (login: string, of: [caseId: string, command: string], body: object, sent: Sent) => Promise<Answer>
  }

/** The version that an answer carries, as it is sent back. */
export const versionOf = (answer: Answer) => String(answer.headers['etag'])

const actHeaders = ({ version = null, key = randomUUID(), headers = {} }: Sent) => ({
  ...(version === null ? {} : { 'if-match': typeof version === 'number' ? `"${version}"` : version }),
  ...(key === null ? {} : { 'idempotency-key': key }),
  ...headers
})

/** The application, the demonstration's people in its database, a clock that both share, and sessions by login. */
export const openSite = async (log?: Log): Promise<Site> => {
  const clock = { now: noon }
  const { app, db, config, close } = await testApp({ now: () => clock.now, ...(log && { log }) })
  const world = await peopled(db, config.publicUrl)
  const sessions = new Map<string, Promise<string>>()
  const cookie = (login: string) => {
    const known = sessions.get(login) ?? signIn(app, login)
    sessions.set(login, known)
    return known
  }
  const at = (moment: Date) => {
    clock.now = moment
    world.at(moment)
  }
  const send: Site['send'] = async (login, url, body, { method = 'POST', ...sent } = {}) =>
    app.inject({
      method,
      url,
      headers: { ...fromPage(await cookie(login)), ...actHeaders(sent) },
      ...(body === undefined ? {} : { payload: body as object })
    })
  return {
    ...world,
    app,
    close,
    at,
    tell: acting(world),
    cookie,
    get: async (login, url, headers = {}) =>
      app.inject({ url, headers: { cookie: await cookie(login), ...headers } }),
    send,
    version: async (login, caseId) => `"${await tagFor(world, login, caseId)}"`,
    act: (login, [id, command], body, sent) => send(login, `/api/cases/${id}/commands/${command}`, body, sent)
  }
}
