import * as client from 'openid-client'
import { requireAssurance, requireFreshness, type Assurance } from './assurance.ts'
import { SignInRefused } from './refusals.ts'
import { callbackPath, type AuthSettings } from './settings.ts'

/** What only this browser and this server know of a sign-in under way. */
export type Attempt = { nonce: string; verifier: string; origin: string; returnTo: string }

export type Identity = Assurance & {
  issuer: string
  subject: string
  name: string
  /** Shown beside an invitation, where the provider gives it; never an identity. */
  email: string | null
  idToken: string
}

export type Oidc = ReturnType<typeof createOidc>

const scope = 'openid given_name usual_name siret email'
const timeoutSeconds = 10
const longestName = 120

const levelErrors = ['login_required', 'interaction_required', 'unmet_authentication_requirements']

/** The relying party. Discovery waits for the first sign-in: the demonstration's issuer is this very process. */
export function createOidc(settings: AuthSettings, fetchIssuer: client.CustomFetch) {
  let discovered: Promise<client.Configuration> | null = null
  const configuration = () =>
    (discovered ??= discover(settings, fetchIssuer).catch((cause: unknown) => {
      discovered = null
      throw new SignInRefused('fournisseur', cause)
    }))

  return {
    async begin(origin: string, returnTo: string) {
      const attempt: Attempt = {
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        origin,
        returnTo
      }
      const state = client.randomState()
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: origin + callbackPath,
        scope,
        state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        claims: claimsRequest(settings),
        // Always, not only after a sign-out: at a shared desk the provider's own session may outlive ours by hours.
        prompt: 'login'
      })
      return { attempt, state, url: url.href }
    },

    async complete(callback: URL, state: string, attempt: Attempt & { startedAt: Date }): Promise<Identity> {
      refuseErrorAnswer(callback.searchParams)
      const config = await configuration()
      const tokens = await redeem(config, callback, { state, attempt })
      const claims = tokens.claims()
      if (claims === undefined || tokens.id_token === undefined) throw new SignInRefused('fournisseur')
      const assurance = requireAssurance(claims, settings.assurance)
      requireFreshness(claims, attempt.startedAt)
      const userinfo = await client
        .fetchUserInfo(config, tokens.access_token, claims.sub)
        .catch((cause: unknown) => Promise.reject(new SignInRefused('fournisseur', cause)))
      return {
        ...assurance,
        issuer: claims.iss,
        subject: claims.sub,
        name: nameIn(userinfo),
        email: emailIn(userinfo),
        idToken: tokens.id_token
      }
    },

    /** Null when the provider offers no sign-out, or is not there: the session here is closed all the same. */
    async signOutUrl(idToken: string | null, origin: string): Promise<string | null> {
      const config = await configuration().catch(() => null)
      if (config?.serverMetadata().end_session_endpoint === undefined) return null
      return client.buildEndSessionUrl(config, {
        ...(idToken === null ? {} : { id_token_hint: idToken }),
        post_logout_redirect_uri: `${origin}/`,
        state: client.randomState()
      }).href
    }
  }
}

function discover(settings: AuthSettings, fetchIssuer: client.CustomFetch) {
  const { clientId, clientSecret, alg } = settings
  const metadata = { id_token_signed_response_alg: alg, userinfo_signed_response_alg: alg }
  const authentication = clientSecret === null ? client.None() : client.ClientSecretPost(clientSecret)
  return client.discovery(new URL(settings.issuer), clientId, metadata, authentication, {
    [client.customFetch]: fetchIssuer,
    timeout: timeoutSeconds,
    execute: [
      client.enableNonRepudiationChecks,
      ...(settings.insecureIssuer ? [client.allowInsecureRequests] : [])
    ]
  })
}

const claimsRequest = (settings: AuthSettings) =>
  JSON.stringify({ id_token: { acr: { essential: true, values: settings.assurance.acr }, amr: null } })

function refuseErrorAnswer(answer: URLSearchParams) {
  const error = answer.get('error')
  if (error === null) return
  if (error === 'access_denied') throw new SignInRefused('acces', { error })
  throw new SignInRefused(levelErrors.includes(error) ? 'assurance' : 'fournisseur', { error })
}

type Redemption = { state: string; attempt: Attempt }

async function redeem(config: client.Configuration, callback: URL, { state, attempt }: Redemption) {
  const checks = {
    expectedState: state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.verifier,
    idTokenExpected: true
  }
  return client
    .authorizationCodeGrant(config, callback, checks)
    .catch((cause: unknown) => Promise.reject(new SignInRefused('fournisseur', cause)))
}

function nameIn(userinfo: client.UserInfoResponse): string {
  const words = [userinfo.given_name, userinfo.usual_name ?? userinfo.family_name]
  const name = words.filter((word) => typeof word === 'string').join(' ')
  return name
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longestName)
}

const emailIn = ({ email }: client.UserInfoResponse): string | null =>
  typeof email === 'string' && /^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254 ? email : null
