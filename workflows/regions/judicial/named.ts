import type { Facts } from '../../facts/facts.ts'

/** What ended carries nothing over: a complaint after a dismissal or an acquittal names its offences anew. */
const hasEnded = (judicial: string) => judicial === 'dismissed' || judicial === 'acquitted_final'

export const together = (facts: Pick<Facts, 'offences'>, named: readonly string[]): string[] => [
  ...new Set([...facts.offences, ...named])
]

/** The offences on record once a complaint has named these. */
export const namedWith = (
  facts: Pick<Facts, 'offences'>,
  named: readonly string[],
  judicial: string
): string[] => (hasEnded(judicial) ? [...named] : together(facts, named))
