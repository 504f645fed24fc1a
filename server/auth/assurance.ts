import { ProofRefused } from './refusals.ts'

export type AssuranceRules = { acr: readonly string[]; amr: readonly string[] }
export type Assurance = { acr: string; amr: string[] }

const clockSkewSeconds = 60

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string')

/** Holds the level the provider says it reached against what we accept. Silence is a refusal. */
export function requireAssurance(claims: Record<string, unknown>, rules: AssuranceRules): Assurance {
  const { acr, amr } = claims
  if (typeof acr !== 'string' || !rules.acr.includes(acr)) throw new ProofRefused('assurance', { acr })
  if (!isWords(amr) || !amr.every((word) => rules.amr.includes(word))) {
    throw new ProofRefused('assurance', { amr })
  }
  return { acr, amr }
}

/**
 * `prompt=login` is a wish; `auth_time`, where the provider gives it, is the proof that nobody was signed in by
 * a session left open on a shared desk.
 */
export function requireFreshness(claims: Record<string, unknown>, startedAt: Date): void {
  if (claims.auth_time === undefined) return
  const earliest = Math.floor(startedAt.getTime() / 1000) - clockSkewSeconds
  if (typeof claims.auth_time !== 'number' || claims.auth_time < earliest) {
    throw new ProofRefused('assurance', { auth_time: claims.auth_time })
  }
}
