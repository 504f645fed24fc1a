import { designClocks } from './design.ts'
import { mechanismClocks } from './mechanism.ts'
import type { DeadlineRow, Stops } from '../row.ts'
import { asylumLeft, asylumSettled, roof } from './stops.ts'

const ofAnyPlace = { ...designClocks, ...mechanismClocks }

type Twin = DeadlineRow & { duration: null; sameAs: keyof typeof ofAnyPlace }

const twin = <const S extends Stops>(
  sameAs: Twin['sameAs'],
  stopsWhen: S
): Omit<Twin, 'stopsWhen'> & { stopsWhen: S } => ({
  ...ofAnyPlace[sameAs],
  dataClass: 'I',
  label: {
    fr: `${ofAnyPlace[sameAs].label.fr} (place d’asile)`,
    en: `${ofAnyPlace[sameAs].label.en} (asylum place)`
  },
  sameAs,
  stopsWhen
})

const promised = {
  done: ['dna.admission'],
  gone: [...asylumSettled, 'dna.hold_lapsed', 'dna.refused_after', 'dna.place_declined'],
  livesWhile: 'asylumPlacePromised'
} as const
const review = { done: ['dna.stay_review'], gone: asylumLeft, livesWhile: 'inAsylumPlace' } as const
const recontact = { done: ['dna.recontacted'], gone: ['dna.request'] } as const

/**
 * The clocks of an asylum place: each counts as the one of any other place does, and is told to those alone who may know of
 * asylum. Whoever may not is told no day that asylum has started.
 */
export const asylumClocks = {
  'MNIO-DNA-MATCH': twin('MNIO-MATCH', promised),
  'MNIO-DNA-HOLD': { ...twin('MNIO-HOLD', promised), fires: 'dna.hold_lapsed' },
  'MNIO-DNA-RESEARCH': twin('MNIO-RESEARCH', {
    done: ['dna.offer'],
    gone: [...asylumLeft, 'dna.stays', 'dna.matched', 'dna.withdrawn'],
    livesWhile: 'asylumPlaceSought'
  }),
  'MNIO-DNA-EMG': twin('MNIO-EMG', {
    done: ['danger.immediate'],
    gone: [...roof, 'dna.admission', 'dna.left', 'dna.absconded']
  }),
  'MNIO-DNA-MOVE': twin('MNIO-MOVE', {
    done: ['dna.admission'],
    gone: [...asylumLeft, 'dna.stays'],
    livesWhile: 'inAsylumPlace'
  }),
  'MNIO-DNA-STAY-REVIEW': { ...twin('MNIO-STAY-REVIEW', review), goesOnAs: 'MNIO-DNA-STAY-REVIEW-LATER' },
  'MNIO-DNA-STAY-REVIEW-LATER': twin('MNIO-STAY-REVIEW-LATER', {
    ...review,
    gone: [...asylumLeft, 'dna.admission', 'dna.review']
  }),
  'MNIO-DNA-RECONTACT': twin('MNIO-RECONTACT', recontact),
  'MNIO-DNA-RECONTACT-LATER': twin('MNIO-RECONTACT-LATER', recontact)
} as const satisfies Record<string, DeadlineRow>

type AsylumClock = keyof typeof asylumClocks

/** The clock of an asylum place that counts as this one does. */
export const asylumTwin = Object.fromEntries(
  Object.entries(asylumClocks).map(([code, { sameAs }]) => [sameAs, code])
) as Partial<Record<string, AsylumClock>>
