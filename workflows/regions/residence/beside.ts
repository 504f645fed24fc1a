import { besideUnanswered, besideWithout, earliestOf, onlyBesideAsked } from '../../guards/asked.ts'
import type { AskedBeside, Facts, PermitAsked } from '../../facts/facts.ts'
import { choice, optional } from '../../vocabulary/fields.ts'
import { answered, dayOf, sentAlong, permitsAsked } from './words.ts'

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

type Kept = Pick<Facts, 'asksBeside' | 'alsoAsked' | 'otherPermit'> & Partial<Pick<Facts, 'besideAsked'>>
/** Where none is left: answered by the permit itself, of which nothing is kept, or refused, and which it was stays known. */
const answeredAll = { otherPermit: 'none', besideAsked: null } as const
const refusedAll = { otherPermit: 'refused' } as const

/** What the case keeps of them. The last and the first before it, which a prefecture reads first, follow from the list here alone. */
export const keptBeside = (
  asked: readonly AskedBeside[],
  none: typeof answeredAll | typeof refusedAll = answeredAll
): Kept => {
  const [first, last] = [asked[0], asked.at(-1)]
  if (first === undefined || last === undefined) return { asksBeside: [], alsoAsked: null, ...none }
  return {
    asksBeside: [...asked],
    besideAsked: last.permit,
    alsoAsked: first === last ? null : first.permit,
    otherPermit: 'asked'
  }
}

/** In a case that never knew which, one is asked for all the same. */
const before = (facts: Facts): AskedBeside[] => {
  const asked = besideUnanswered(facts)
  if (asked.length > 0 || facts.otherPermit !== 'asked') return asked
  return [{ permit: 'unsaid', on: null, over: facts.lapsed.includes('D-SILENCE-OTHER') }]
}

/** The silence of what was asked for before goes on: nothing asks for one permit in place of another. */
export const askedBeside =
  (permit: PermitAsked) =>
  (facts: Facts, { on }: { on?: unknown }): Partial<Facts> => ({
    ...sentAlong(facts),
    lapsed: answered(facts, ['D-SILENCE-OTHER']),
    ...keptBeside([...before(facts), { permit, on: dayOf(on), over: false }]),
    routePrepared: true
  })

/** What is left of them once one is answered as the permit itself. */
export const withoutBeside = (facts: Facts, one: AskedBeside | null): Partial<Facts> =>
  keptBeside(besideWithout(facts, one))

/** One is answered, and what else is before the prefecture stays there with its own silence. */
export const endedBeside = (facts: Facts, one: AskedBeside | null): Partial<Facts> =>
  keptBeside(besideWithout(facts, one), refusedAll)

/** What was prepared came to nothing: where the permit held may end, another way is to be looked for again. */
export const refusedBeside = (facts: Facts, one: AskedBeside | null): Partial<Facts> => {
  const ended = { ...endedBeside(facts, one), lapsed: answered(facts, ['D-SILENCE-OTHER']) }
  if (ended.otherPermit === 'asked') return ended
  return {
    ...ended,
    routePrepared: false,
    ...(onlyBesideAsked(facts) && { documentsAsked: false, withdrawnPermit: null })
  }
}

/** Sent back by the court, it is before the prefecture again; what is asked for meanwhile is not what was judged. */
export const askedAgain = (facts: Facts, within: string | undefined): Partial<Facts> => {
  const permit = facts.otherPermit === 'asked' ? 'unsaid' : (facts.besideAsked ?? 'unsaid')
  return keptBeside([{ permit, on: within ?? null, over: false }, ...besideUnanswered(facts)])
}

/** The same of the permit refused, where it is no longer what the stay itself waits for. */
export const sentBackBeside = (facts: Facts, within: string): Partial<Facts> => {
  const again = { permit: facts.permitRefused ?? ('unsaid' as const), on: within, over: false }
  const asked = besideUnanswered(facts)
  const isWritten = asked.some(({ permit, on }) => permit === again.permit && on === within)
  return isWritten ? {} : keptBeside([...asked, again])
}

/**
 * The silence that counts from a day has lasted its time (R432-2): that of each application of this day. Where the clock says no day,
 * as it did before, or a day that the case never kept, it is the earliest that still counts.
 */
export const silentSince = (facts: Facts, day: string | undefined): Partial<Facts> | null => {
  const asked = besideUnanswered(facts)
  if (asked.length === 0) return null
  const known = asked.some(({ on }) => on !== null && on === day)
  const counting = asked.filter(({ on, over }) => !over && (day === undefined || on === null))
  const earliest = known ? null : earliestOf(counting)
  const from = known ? day : earliest?.on
  const isOver = (one: AskedBeside) => one === earliest || (one.on !== null && one.on === from)
  return keptBeside(asked.map((one) => (isOver(one) ? { ...one, over: true } : one)))
}

export const wayOut = { code: 'MNIO-ROUTE', when: 'routeDue' } as const
