import type { Guard, Situation } from './guard.ts'
import type { RegionState } from '../vocabulary/states.ts'

export type MinorState = RegionState<'minor'>

/** Where a child's protection stands, whether or not she is searched for at the moment; null where that is not known. */
export const standing = ({ facts, regions }: Situation): MinorState | null =>
  regions.minor === 'runaway' ? facts.minorBefore : regions.minor

export const standsIn = (situation: Situation, states: readonly MinorState[]): boolean => {
  const state = standing(situation)
  return state !== null && states.includes(state)
}

// Where what endangers a child is not yet before the prosecutor.
export const untold: readonly MinorState[] = ['presumed_minor', 'age_disputed', 'information_preoccupante']
export const toldNobody = (situation: Situation) => standsIn(situation, ['presumed_minor', 'age_disputed'])

// A child is reported once, and again as often as there is something new: one act for each, so that both are always open.

export const reportingGuards = {
  nobodyTold: {
    holds: toldNobody,
    sees: 'D',
    rests: 'file',
    reason: {
      fr: 'L’information préoccupante est transmise : transmettez-en une nouvelle.',
      en: 'The report of concern was sent: send a new one.'
    }
  },
  somebodyTold: {
    holds: (situation) => !toldNobody(situation),
    sees: 'D',
    rests: 'file',
    reason: {
      fr: 'Personne n’est encore informé : transmettez l’information préoccupante.',
      en: 'Nobody has been told yet: send the report of concern.'
    }
  },
  notReportedYet: {
    holds: (situation) => standsIn(situation, untold),
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'L’enfant est signalé au parquet : signalez à nouveau.',
      en: 'The child was reported to the prosecutor: report again.'
    }
  },
  reportedAlready: {
    holds: (situation) => !standsIn(situation, untold),
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'L’enfant n’est pas encore signalé au parquet : signalez-le.',
      en: 'The child was not reported to the prosecutor yet: report them.'
    }
  }
} as const satisfies Record<string, Guard>
