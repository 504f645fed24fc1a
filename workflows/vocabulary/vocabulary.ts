import { recipients } from '../referral/kinds/recipients.ts'
import type { Bilingual, ConsentScope, DataClass } from './terms.ts'

export {
  consentScopes,
  dataClasses,
  sealedClasses,
  type Bilingual,
  type ConsentScope,
  type DataClass,
  type SealedClass,
  type Seen
} from './terms.ts'

export type Locale = keyof Bilingual

/** A label inside a sentence: its first letter alone is lowered, so that « UE » and « Ac.Sé » stay what they are. */
export const inSentence = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

export const regions = {
  identification: { fr: 'Identification', en: 'Identification' },
  housing: { fr: 'Hébergement', en: 'Housing' },
  asylum_housing: { fr: 'Hébergement d’asile', en: 'Asylum housing' },
  residence: { fr: 'Séjour', en: 'Residence' },
  asylum: { fr: 'Asile', en: 'Asylum' },
  judicial: { fr: 'Justice', en: 'Justice' },
  care: { fr: 'Soins et social', en: 'Care and support' },
  minor: { fr: 'Mineurs', en: 'Minors' },
  consent: { fr: 'Consentement', en: 'Consent' },
  closure: { fr: 'Sortie', en: 'Closure' }
} as const satisfies Record<string, Bilingual>

export type RegionId = keyof typeof regions

/** How a state reads at a glance: a colour never stands alone, the state's word goes with it. */
export type Tone = 'done' | 'running' | 'late' | 'none'
export type StateRow = { label: Bilingual; tone: Tone }
export type States = Record<string, StateRow>

/** Agreeing to this tells that she seeks asylum. */
export const asylumScope = 'D' satisfies ConsentScope

/**
 * What agreeing tells by itself: that she seeks asylum, that she is to be sheltered, far away or not, that she needs care or thinks of
 * leaving. Whoever may not know of that is not told of this consent; the others tell nothing new.
 */
export const scopeClass: Record<ConsentScope, DataClass | null> = {
  ...{ A: null, B: null, E: null, F: null },
  ...{ [asylumScope]: 'I', C: 'K', G: 'H', H: 'C', J: 'K' }
}

/**
 * How a consent stands. One that nobody confirmed has lapsed, and so has a child's once she is of age. A refusal is kept with its
 * day and read by no guard: it opens nothing and closes nothing.
 */
export const consentStates = ['given', 'withdrawn', 'lapsed', 'refused'] as const

/** Each clock counts the year of the consents that one class of readers is told of: none starts or ends by another's. */
export const consentClocks = {
  'MNIO-CONSENT': ['A', 'B', 'E', 'F'],
  'MNIO-CONSENT-ACSE': ['C', 'J'],
  'MNIO-CONSENT-ASYLUM': [asylumScope],
  'MNIO-CONSENT-CARE': ['G'],
  'MNIO-CONSENT-ABROAD': ['H']
} as const satisfies Record<string, readonly ConsentScope[]>

/** The consents whose year a clock counts; none, of most clocks. */
export const scopesOf = (code: string): readonly ConsentScope[] =>
  (consentClocks as Record<string, readonly ConsentScope[]>)[code] ?? []

/** Every recipient to whom a case may be referred. */
export type ReferralKind = keyof typeof recipients
export const referralKindIds = Object.keys(recipients) as ReferralKind[]
