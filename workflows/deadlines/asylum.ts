import { designClocks } from './design.ts'
import { mechanismClocks } from './mechanism.ts'
import type { DeadlineRow } from './row.ts'

const ofAnyPlace = { ...designClocks, ...mechanismClocks }

type Twin = DeadlineRow & { duration: null; sameAs: keyof typeof ofAnyPlace }

const twin = (sameAs: Twin['sameAs']): Twin => ({
  ...ofAnyPlace[sameAs],
  dataClass: 'I',
  label: {
    fr: `${ofAnyPlace[sameAs].label.fr} (place d’asile)`,
    en: `${ofAnyPlace[sameAs].label.en} (asylum place)`
  },
  sameAs
})

/**
 * The clocks of an asylum place: each counts as the one of any other place does, and is told to those alone who may know of
 * asylum. Whoever may not is told no day that asylum has started.
 */
export const asylumClocks = {
  'MNIO-DNA-MATCH': twin('MNIO-MATCH'),
  'MNIO-DNA-HOLD': { ...twin('MNIO-HOLD'), fires: 'dna.hold_lapsed' },
  'MNIO-DNA-RESEARCH': twin('MNIO-RESEARCH'),
  'MNIO-DNA-EMG': twin('MNIO-EMG'),
  'MNIO-DNA-MOVE': twin('MNIO-MOVE'),
  'MNIO-DNA-STAY-REVIEW': { ...twin('MNIO-STAY-REVIEW'), goesOnAs: 'MNIO-DNA-STAY-REVIEW-LATER' },
  'MNIO-DNA-STAY-REVIEW-LATER': twin('MNIO-STAY-REVIEW-LATER'),
  'MNIO-DNA-RECONTACT': twin('MNIO-RECONTACT'),
  'MNIO-DNA-RECONTACT-LATER': twin('MNIO-RECONTACT-LATER')
} as const satisfies Record<string, DeadlineRow>

type AsylumClock = keyof typeof asylumClocks

/** The clock of an asylum place that counts as this one does. */
export const asylumTwin = Object.fromEntries(
  Object.entries(asylumClocks).map(([code, { sameAs }]) => [sameAs, code])
) as Partial<Record<string, AsylumClock>>
