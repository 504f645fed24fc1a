import { answeredBeside, stillBeside } from '../../guards/asked.ts'
import { onlyBesideAsked, type Facts, type PermitAsked } from '../../facts/facts.ts'
import { choice, optional } from '../../vocabulary/fields.ts'
import { answered, sentAlong, permitsAsked } from './words.ts'

/** Another permit is asked for: the one held stays as it is, and a silence of its own counts from each application. */
export const otherSilence = { code: 'D-SILENCE-OTHER', startsOn: 'on' } as const

/** Which is answered, where several are before the prefecture. */
export const answeredPermit = optional(
  choice(permitsAsked, {
    label: { fr: 'Titre sur lequel porte la réponse', en: 'Permit that the answer is about' },
    hint: {
      fr: 'À dire si plusieurs autres titres sont demandés. Sans précision, la réponse porte sur le plus ancien.',
      en: 'To be said where several other permits are asked for. Unsaid, the answer is about the earliest.'
    },
    dataClass: 'E'
  })
)

/** The silence of what was asked for before goes on: nothing asks for one permit in place of another. */
export const askedBeside = (permit: PermitAsked) => (facts: Facts) => ({
  ...sentAlong(facts),
  ...(facts.otherPermit === 'asked'
    ? { alsoAsked: facts.besideAsked ?? 'unsaid' }
    : { lapsed: answered(facts, ['D-SILENCE-OTHER']) }),
  besideAsked: permit,
  otherPermit: 'asked' as const,
  routePrepared: true
})

/**
 * What was prepared came to nothing: where the permit held may end, another way is to be looked for again. What else is before the
 * prefecture stays there, and its silence counts on.
 */
export const refusedBeside = (facts: Facts, permit?: PermitAsked): Partial<Facts> => {
  const left = stillBeside(facts, answeredBeside(facts, permit))
  const lapsed = answered(facts, ['D-SILENCE-OTHER'])
  if (left !== null) return { ...left, lapsed }
  return {
    otherPermit: 'refused',
    routePrepared: false,
    lapsed,
    ...(onlyBesideAsked(facts) && { documentsAsked: false, withdrawnPermit: null })
  }
}
export const wayOut = { code: 'MNIO-ROUTE', when: 'routeDue' } as const
