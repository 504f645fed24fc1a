import { onlyBesideAsked, type Facts, type PermitAsked } from '../../facts/facts.ts'
import { answered, keptHere } from './words.ts'

/** Another permit is asked for: the one held stays as it is, and a silence of its own counts. */
export const otherSilence = { code: 'D-SILENCE-OTHER', startsOn: 'on', restarts: true } as const

export const askedBeside = (besideAsked: PermitAsked) => (facts: Facts) => ({
  ...keptHere(facts),
  lapsed: answered(facts, ['D-SILENCE-OTHER']),
  besideAsked,
  otherPermit: 'asked' as const,
  routePrepared: true
})

/** What was prepared came to nothing: where the permit held may end, another way is to be looked for again. */
export const refusedBeside = (facts: Facts) => ({
  otherPermit: 'refused' as const,
  routePrepared: false,
  lapsed: answered(facts, ['D-SILENCE-OTHER']),
  ...(onlyBesideAsked(facts) && { documentsAsked: false, withdrawnPermit: null })
})
export const wayOut = { code: 'MNIO-ROUTE', when: 'routeDue' } as const
