import type { Config } from '../config.ts'
import type { AssuranceRules } from './assurance.ts'

/** What the configuration must say for people to sign in. */
export type AuthConfig = Pick<Config, 'publicUrl' | 'oidc' | 'demonstration'>

export type AuthSettings = ReturnType<typeof authSettings>

export const demonstrationClientId = 'mnio'
export const demonstrationPath = '/oidc'
export const callbackPath = '/auth/callback'

const strongAcr = ['eidas2', 'eidas3']
const amrWithoutMail = ['pwd', 'otp', 'totp', 'pin', 'pop', 'hwk', 'swk', 'mfa']
const loopback = ['localhost', '127.0.0.1']

/** `localhost` and `127.0.0.1` are one machine to a person trying the demonstration, and two sites to a browser. */
function originsOf(publicUrl: URL, demonstration: boolean): string[] {
  if (!demonstration || !loopback.includes(publicUrl.hostname)) return [publicUrl.origin]
  const port = publicUrl.port === '' ? '' : `:${publicUrl.port}`
  const names = [publicUrl.hostname, ...loopback.filter((name) => name !== publicUrl.hostname)]
  return names.map((name) => `${publicUrl.protocol}//${name}${port}`)
}

function assuranceOf({ oidc }: AuthConfig): AssuranceRules {
  const acr = oidc === null || oidc.acrValues.length === 0 ? strongAcr : oidc.acrValues
  return { acr, amr: amrWithoutMail.filter((word) => oidc?.amrRefused.includes(word) !== true) }
}

export function authSettings(config: AuthConfig) {
  const publicUrl = new URL(config.publicUrl)
  const { demonstration } = config
  if (!demonstration && config.oidc === null) throw new Error('nobody can sign in: OIDC_ISSUER is not set')
  const issuer = config.oidc?.issuer ?? publicUrl.origin + demonstrationPath
  const issuerUrl = new URL(issuer)
  return {
    demonstration,
    issuer,
    clientId: config.oidc?.clientId ?? demonstrationClientId,
    clientSecret: config.oidc?.clientSecret ?? null,
    alg: 'RS256' as const,
    assurance: assuranceOf(config),
    /** Where people may come from; the first is the public one. */
    origins: originsOf(publicUrl, demonstration),
    insecureIssuer: demonstration && issuerUrl.protocol === 'http:' && loopback.includes(issuerUrl.hostname)
  }
}

/** The origin the person's browser sees, if it is one of ours. */
export const originOfHost = (settings: AuthSettings, host: string | undefined) =>
  settings.origins.find((origin) => new URL(origin).host === host)
