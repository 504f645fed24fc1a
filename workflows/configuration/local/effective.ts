import type { Configuration } from '../configuration.ts'
import { pinName } from './pin.ts'
import type { LocalProtocol, LocalRules } from './protocol.ts'

type Layer = Pick<LocalProtocol, 'name' | 'rules'>

/** What a protocol that sets nothing of a rule leaves as it is. */
const said = <T extends object>(rules: T): Partial<T> =>
  Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined)) as Partial<T>

const cellOf = ({ composition, decidesBy, quorum, concludes }: LocalRules) =>
  said({ composition, decidesBy, quorum, concludes })

/**
 * What a case lives under: the national version, with what the protocol of its place sets in its stead. All else is the
 * national version’s own: which fields are asked for, which signs are offered, every clock of the law.
 */
export const effective = (national: Configuration, local: Layer | null): Configuration => {
  if (local === null) return national
  const { durations = {}, added = [] } = local.rules
  return {
    ...national,
    ...cellOf(local.rules),
    version: pinName({ national: national.version, local: local.name }),
    durations: { ...national.durations, ...said(durations) },
    reasons: { ...national.reasons, added: [...(national.reasons.added ?? []), ...added] }
  } as Configuration
}
