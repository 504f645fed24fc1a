import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import type { CustomFetch } from 'openid-client'

type Claims = Record<string, unknown>
type Meddling = { idToken?: (claims: Claims) => Claims; userinfo?: (jwt: string) => string }

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const kid = 'meddler'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const claimsOf = (jwt: string) =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Claims

export function signed(claims: Claims, header: object = { alg: 'RS256', kid }): string {
  const input = `${part(header)}.${part(claims)}`
  return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`
}

/** Same bytes, one letter of the claims changed: the signature no longer holds. */
export function tampered(jwt: string): string {
  const [header, , signature] = jwt.split('.')
  return `${header}.${part({ ...claimsOf(jwt), given_name: 'Quelqu’un d’autre' })}.${signature}`
}

/** The real provider, whose answers are changed on the way and signed anew with a key it publishes. */
export const meddling =
  ({ idToken = (claims) => claims, userinfo = (jwt) => jwt }: Meddling) =>
  (ask: CustomFetch): CustomFetch =>
  async (url, options) => {
    const answer = await ask(url, options)
    const { pathname } = new URL(url)
    if (pathname === '/oidc/jwks') {
      const { keys } = (await answer.json()) as { keys: object[] }
      return Response.json({
        keys: [...keys, { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }]
      })
    }
    if (pathname === '/oidc/token') {
      const tokens = (await answer.json()) as { id_token: string; access_token: string }
      const { at_hash: _, ...claims } = claimsOf(tokens.id_token)
      return Response.json({
        ...tokens,
        id_token: signed(idToken({ ...claims, at_hash: atHash(tokens.access_token) }))
      })
    }
    if (pathname === '/oidc/me') {
      return new Response(userinfo(await answer.text()), { headers: { 'content-type': 'application/jwt' } })
    }
    return answer
  }

const atHash = (accessToken: string) =>
  createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url')

/** As above, but the user's details come as plain JSON, as if no signature had been agreed. */
export const unsignedUserinfo =
  (ask: CustomFetch): CustomFetch =>
  async (url, options) => {
    const answer = await ask(url, options)
    return new URL(url).pathname === '/oidc/me' ? Response.json(claimsOf(await answer.text())) : answer
  }
