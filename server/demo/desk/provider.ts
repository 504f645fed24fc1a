import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { authSettings } from '../../auth/settings.ts'
import type { Config } from '../../config.ts'
import { demoPeople } from '../world/accounts.ts'
import { issuerKeys } from './issuer-keys.ts'
import { fontPath } from './page-style.ts'
import { pageHeaders } from './page.ts'
import { cancelled, lostPage, signInPage, signInPath, type Beside } from './sign-in.page.ts'

type DemoProviderOptions = {
  config: Pick<Config, 'publicUrl' | 'oidc' | 'demonstration' | 'dataDir'>
  /** The pages of the demonstration that stand beside the accounts. */
  beside?: readonly Beside[]
}

type Choice = { Params: { uid: string; choice: string } }

const hidden = { schema: { hide: true } }
const mayBeUsed = { acr: 'eidas2', amr: ['pwd', 'otp', 'mfa'], remember: false }
const font =
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'

/** Mounts the demonstration's identity provider under /oidc, in the demonstration alone. */
export async function demoProviderPlugin(
  app: FastifyInstance,
  { config, beside = [] }: DemoProviderOptions
): Promise<void> {
  if (!config.demonstration) return
  const { createIssuer } = await import('./issuer.ts')
  const settings = authSettings(config)
  const issuer = createIssuer(
    settings,
    await issuerKeys(join(config.dataDir, 'keys', 'demonstration-issuer.json'))
  )
  issuer.on('server_error', (_context, error) => app.log.error({ err: error }, 'demonstration issuer'))
  const answer = issuer.callback()
  const headers = pageHeaders(settings.origins)
  // The provider adds to `script-src` the hash of the one line that submits its sign-out form.
  const issuerPageHeaders = {
    'content-security-policy': headers['content-security-policy'] + '; script-src',
    'x-content-type-options': 'nosniff'
  }
  await passBodiesThrough(app)
  await serveFont(app)

  const lost = (reply: FastifyReply) => reply.code(400).headers(headers).send(lostPage())

  app.get<Choice>(`${signInPath}/:uid`, hidden, async (request, reply) => {
    const details = await issuer.interactionDetails(asIssuer(request), reply.raw).catch(() => null)
    if (details?.uid !== request.params.uid) return lost(reply)
    return reply.headers(headers).send(signInPage(details.uid, beside))
  })

  app.post<Choice>(`${signInPath}/:uid/:choice`, hidden, async (request, reply) => {
    const { uid, choice } = request.params
    const raw = asIssuer(request)
    const details = await issuer.interactionDetails(raw, reply.raw).catch(() => null)
    const known = choice === cancelled || demoPeople.some(({ login }) => login === choice)
    if (details?.uid !== uid || !known) return lost(reply)
    const result =
      choice === cancelled ? { error: 'access_denied' } : { login: { ...mayBeUsed, accountId: choice } }
    const next = await issuer.interactionResult(raw, reply.raw, result, { mergeWithLastSubmission: false })
    return reply.redirect(next, 303)
  })

  app.all('/oidc/*', hidden, async (request, reply) => {
    const raw = asIssuer(request)
    if (raw.method === 'GET' && /^\/oidc\/(auth|session\/end)\b/.test(raw.url ?? '')) forgetSession(raw)
    Object.assign(raw, { originalUrl: raw.url })
    raw.url = raw.url?.slice('/oidc'.length) ?? '/'
    reply.hijack()
    for (const [name, value] of Object.entries(issuerPageHeaders)) reply.raw.setHeader(name, value)
    await answer(raw, reply.raw)
  })

  /** Whatever name the browser used, the issuer speaks of itself by its own: its addresses are its identity. */
  function asIssuer({ raw }: FastifyRequest) {
    const { host, protocol } = new URL(settings.issuer)
    raw.headers.host = host
    raw.headers['x-forwarded-host'] = host
    raw.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    return raw
  }
}

/** People come back to be somebody else: no session of the provider's own spares them the list, or asks to be closed. */
function forgetSession(raw: FastifyRequest['raw']): void {
  const others = raw.headers.cookie?.split(/; */).filter((cookie) => !cookie.startsWith('demo_session'))
  if (others !== undefined) raw.headers.cookie = others.join('; ')
}

/** The provider reads its own bodies. */
async function passBodiesThrough(app: FastifyInstance): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
}

async function serveFont(app: FastifyInstance): Promise<void> {
  const path = createRequire(import.meta.url).resolve(font)
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return
  app.get(fontPath, hidden, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=86400').type('font/woff2').send(bytes)
  )
}
