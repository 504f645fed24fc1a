import { randomUUID } from 'node:crypto'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { LogController, type FastifyBaseLogger } from 'fastify'
import { auditRoutes } from './audit/routes.ts'
import { recordSignIns } from './audit/sign-ins.ts'
import { authPlugin } from './auth/plugin.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { callRoutes } from './calls/routes.ts'
import { caseRoutes } from './reading/routes.ts'
import type { Config } from './config.ts'
import { conversationRoutes } from './conversation/routes.ts'
import { configurationRoutes } from './configuration/routes.ts'
import { protocolRoutes } from './protocols/routes.ts'
import type { Database } from './db/client.ts'
import { deadlineRoutes } from './reading/deadlines.routes.ts'
import { clockBeside, demoClockPlugin } from './demo/desk/clock.page.ts'
import { openDemoClock } from './demo/desk/clock.ts'
import { mailboxBeside, mailboxPlugin } from './demo/desk/mailbox.ts'
import { demoProviderPlugin } from './demo/desk/provider.ts'
import { deviceKeyRoutes } from './drafts/device.routes.ts'
import { draftRoutes } from './drafts/routes.ts'
import { emergencyRoutes } from './emergency/routes.ts'
import { holdBorne } from './http/borne.ts'
import { requireClosedSchemas } from './http/closed-schemas.ts'
import { closePromptly } from './http/closing.ts'
import { securityHeaders } from './http/headers.ts'
import { handingRoutes } from './handing/routes.ts'
import { healthRoutes } from './http/health.ts'
import type { When } from './http/lazily.ts'
import { limitAddresses, limitPersons } from './http/limits.ts'
import { listRoutes } from './http/lists.ts'
import { lettersAwaited } from './mail/leaving.ts'
import { meRoutes } from './http/me.ts'
import { registerMetrics } from './http/metrics.ts'
import { openApi } from './http/openapi.ts'
import { answerUnreadable, registerProblems } from './http/problem.ts'
import { gateOf } from './http/reading.ts'
import { askForVersions } from './http/requested.ts'
import { compileAnswersOnce } from './http/serialization.ts'
import { streamRoutes } from './notices/stream.ts'
import { validation } from './http/validation.ts'
import type { Keys } from './keys.ts'
import { lawRoutes } from './law/routes.ts'
import { linkedRoutes } from './linked/routes.ts'
import { linkRoutes } from './links/routes.ts'
import type { Log } from './log.ts'
import { meetingRoutes } from './meetings/routes.ts'
import { noticeRoutes } from './notices/routes.ts'
import { directoryRoutes, offerRoutes, settlementRoutes } from './directories/routes.ts'
import { organisationRoutes } from './organisations/routes.ts'
import { peopleRoutes } from './organisations/people.routes.ts'
import { placeRoutes } from './places/routes.ts'
import { repairRoutes } from './repair/routes.ts'
import { referralRoutes } from './referrals/routes.ts'
import { listFilterRoutes } from './lists/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { releaseRoutes } from './figures/releases/routes.ts'
import { paperRoutes } from './figures/releases/taking.ts'
import { exchangeRoutes } from './exchange/routes.ts'
import { besideRoutes } from './figures/administrative/routes.ts'
import { reportRoutes } from './figures/reports/routes.ts'
import { takeoverRoutes } from './takeover/routes.ts'
import { teamRoutes } from './teams/routes.ts'
import { webPlugin } from './web.ts'

export interface AppDeps {
  config: Config
  db: Database
  log: Log
  keys: Keys
  now?: () => Date
  /** False in tests of the API: no pages. */
  web?: boolean
  /** `atOnce` in a test that wants each form compiled. */
  compiled?: When
  /** In tests: an answer whose headers its description does not give fails. Nobody's act is answered with a fault for that. */
  described?: boolean
}

export type App = Awaited<ReturnType<typeof buildApp>>

/** The longest form, the flag, has 16 kB of letters; what needs more says so beside its route. */
const bodyLimit = 64 * 1024

function createServer({ config, log, compiled }: AppDeps) {
  return Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: answerUnreadable(config.publicUrl),
    genReqId: () => randomUUID(),
    trustProxy: config.trustedProxy.length > 0 ? config.trustedProxy : false,
    bodyLimit,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    schemaController: validation(compiled),
    routerOptions: { maxParamLength: 200 }
  }).withTypeProvider<TypeBoxTypeProvider>()
}

/**
 * The clock that visitors of the demonstration move. There is none where real people sign in, nor in a test that
 * brings its own time.
 */
const demoClockOf = async ({ config, db, keys, log, now }: AppDeps) => {
  if (now !== undefined || !config.demonstration) return null
  return openDemoClock({ db, gate: gateOf({ db, keys }), log })
}

/** What is done beside the cases themselves: it needs the database, the keys and the time, and nothing else. */
const besideCases = [
  teamRoutes,
  directoryRoutes,
  settlementRoutes,
  offerRoutes,
  besideRoutes,
  reportRoutes,
  exchangeRoutes,
  repairRoutes,
  conversationRoutes,
  handingRoutes,
  linkedRoutes,
  takeoverRoutes,
  releaseRoutes,
  draftRoutes,
  deviceKeyRoutes
] as const

/** The whole application, in the order in which a request meets it. */
export async function buildApp(deps: AppDeps) {
  const { config, db, keys, now } = deps
  const app = createServer(deps)
  requireClosedSchemas(app)
  if (deps.described) holdBorne(app)
  askForVersions(app)
  await compileAnswersOnce(app, deps.compiled)
  registerProblems(app)
  closePromptly(app)
  securityHeaders(app, config.publicUrl)
  app.addHook('onResponse', async (request, reply) => {
    request.log.debug({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
  registerMetrics(app, { db, token: config.metricsToken })
  await limitAddresses(app, config.rateLimit)
  await openApi(app, config.publicUrl)
  await app.register(healthRoutes, { db })
  await app.register(authPlugin, { config, db: db.app, now, record: recordSignIns(db.app) })
  const clock = await demoClockOf(deps)
  const beside = [...(config.smtpUrl === undefined ? [mailboxBeside] : []), ...(clock ? [clockBeside] : [])]
  await app.register(demoProviderPlugin, { config, beside })
  await app.register(mailboxPlugin, { config, db, keys })
  await app.register(demoClockPlugin, { clock, publicUrl: config.publicUrl })
  limitPersons(app, config.rateLimit)
  await app.register(meRoutes, { db, keys, now, demonstration: config.demonstration })
  await app.register(sessionRoutes, { db, keys, now })
  await app.register(callRoutes, { db, keys, now })
  await app.register(calendarRoutes, { db, keys, now, config })
  await app.register(listFilterRoutes, { db, keys, now })
  await app.register(listRoutes)
  await app.register(caseRoutes, { db, keys, now })
  await app.register(searchRoutes, { db, keys, now, perMinute: config.rateLimit })
  await app.register(emergencyRoutes, { db, keys, now })
  await app.register(referralRoutes, { db, keys, now })
  await app.register(linkRoutes, { db, keys, now, perMinute: config.rateLimit })
  await app.register(paperRoutes, { db, keys, now, perMinute: config.rateLimit })
  await app.register(meetingRoutes, { db, keys, now, publicUrl: config.publicUrl })
  await app.register(placeRoutes, { db, keys, now })
  await app.register(deadlineRoutes, { db, keys, now })
  await app.register(lawRoutes, { db, keys, now })
  await app.register(noticeRoutes, { db, keys, now })
  await app.register(auditRoutes, { db, keys, now })
  await app.register(configurationRoutes, { db, keys, now })
  await app.register(protocolRoutes, { db, keys, now })
  await app.register(organisationRoutes, { db, keys, now })
  await app.register(peopleRoutes, {
    ...{ db, keys, now, inactivity: config.inactivity },
    letters: lettersAwaited(config)
  })
  for (const routes of besideCases) await app.register(routes, { db, keys, now })
  await app.register(streamRoutes, { db })
  if (deps.web !== false)
    await app.register(webPlugin, {
      dev: config.dev,
      demonstration: config.demonstration,
      answerable: config.answerable,
      now: clock?.now ?? now ?? (() => new Date())
    })
  return app
}
