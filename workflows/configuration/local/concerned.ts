import { kindRow } from '../../referral/kinds/kinds.ts'
import type { Configuration } from '../configuration.ts'
import { effective } from './effective.ts'
import type { LocalProtocol } from './protocol.ts'

/**
 * The kinds of institutions that a signed protocol concerns where it holds: those who sit in its cell, its parties, and, where it has
 * a convention for minors, the parties of that and whom it names as told. Who is named alone, as a département is, is no kind of these.
 */
export const concernedBy = (national: Configuration, protocol: LocalProtocol): string[] => {
  const { minors } = protocol.rules
  return [
    ...new Set([
      ...effective(national, protocol).composition.map(({ type }) => type),
      ...[...protocol.parties, ...(minors?.parties ?? [])].map(({ kind }) => kind),
      ...(minors?.told ?? []).map((kind) => kindRow(kind).recipient)
    ])
  ]
}
