import { Provider, type Context } from 'oidc-provider'
import { callbackPath, demonstrationClientId, type AuthSettings } from '../../auth/settings.ts'
import { demoPeople } from '../world/accounts.ts'
import type { IssuerKeys } from './issuer-keys.ts'
import { memoryAdapter } from '../lives/memory.ts'
import { pageHeaders } from './page.ts'
import { lostPage, signedOutPage, signInPath } from './sign-in.page.ts'

const hour = 3_600
const scopes = 'openid given_name usual_name siret email'
const noSiret = '00000000000000'

/** A whole OpenID provider, with a list of people in place of passwords. It knows no secret and asks for none. */
export function createIssuer(settings: AuthSettings, { jwks, cookieKeys }: IssuerKeys): Provider {
  const issuer = new Provider(settings.issuer, {
    adapter: memoryAdapter(),
    jwks,
    clients: [clientOf(settings)],
    cookies: cookiesOf(cookieKeys),
    claims: {
      openid: ['sub'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      siret: ['siret'],
      email: ['email'],
      amr: null
    },
    acrValues: ['eidas2'],
    conformIdTokenClaims: true,
    pkce: { required: () => true },
    interactions: { url: (_: Context, { uid }: { uid: string }) => `${signInPath}/${uid}` },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context: Context) => show(context, signedOutPage(), settings.origins),
        postLogoutSuccessSource: (context: Context) => show(context, signedOutPage(), settings.origins)
      }
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: hour,
      Interaction: hour,
      Session: hour,
      Grant: hour
    },
    findAccount,
    loadExistingGrant: grantWithoutAsking,
    renderError: (context: Context) => show(context, lostPage(), settings.origins)
  })
  issuer.proxy = true
  return issuer
}

const clientOf = ({ origins }: AuthSettings) => ({
  client_id: demonstrationClientId,
  token_endpoint_auth_method: 'none',
  response_types: ['code'],
  grant_types: ['authorization_code'],
  redirect_uris: origins.map((origin) => origin + callbackPath),
  post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
  id_token_signed_response_alg: 'RS256',
  userinfo_signed_response_alg: 'RS256',
  require_auth_time: true
})

const cookiesOf = (keys: string[]) => ({
  keys,
  names: { session: 'demo_session', interaction: 'demo_choice', resume: 'demo_resume' },
  long: { httpOnly: true, sameSite: 'lax', path: '/oidc', signed: true },
  short: { httpOnly: true, sameSite: 'lax', signed: true }
})

async function findAccount(_context: Context, login: string) {
  const account = demoPeople.find((candidate) => candidate.login === login)
  if (account === undefined) return undefined
  const { given, family } = account
  const claims = {
    sub: login,
    given_name: given,
    usual_name: family,
    siret: noSiret,
    email: `${login}@exemple.invalid`
  }
  return { accountId: login, claims: () => claims }
}

async function grantWithoutAsking({ oidc }: Context) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
  grant.addOIDCScope(scopes)
  await grant.save()
  return grant
}

function show(context: Context, html: string, origins: readonly string[]): void {
  context.type = 'html'
  for (const [name, value] of Object.entries(pageHeaders(origins))) context.set(name, value)
  context.body = html
}
