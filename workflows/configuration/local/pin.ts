import { versionPattern } from '../configuration.ts'

/**
 * What a case is pinned to: a national version and, where its place has one, a local protocol. The pair is one name, so that
 * a case, a clock and a line of the log each say whole under what they stand (`2026-09`, `2026-09+69-2027-01`).
 */
export type Pin = { national: string; local: string | null }

export const pinName = ({ national, local }: Pin): string =>
  local === null ? national : `${national}+${local}`

export const pinOf = (name: string): Pin => {
  const [national = '', local = null] = name.split('+')
  return { national, local }
}

export const protocolPattern = '^(\\d{2,3}|2[AB])(\\.[a-z-]{2,40})?-\\d{4}-(0[1-9]|1[0-2])(-[a-z0-9]{1,4})?$'

/** The place of a protocol, which its name begins with (`69.lyon-2027-01`). */
export const placeOfProtocol = (name: string): string => name.replace(/-\d{4}-\d{2}(-[a-z0-9]{1,4})?$/, '')

/** A version, alone or with the protocol of a place over it. */
export const pinPattern = `${versionPattern.slice(0, -1)}(\\+${protocolPattern.slice(1, -1)})?$`
