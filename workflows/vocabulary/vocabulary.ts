/** A word shown to people, in the two languages of the product. */
export type Bilingual = { fr: string; en: string }
export type Locale = keyof Bilingual

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

export const dataClasses = {
  A: { fr: 'Lieu d’accueil', en: 'Shelter location' },
  B: { fr: 'Identité et contact', en: 'Identity and contact' },
  C: { fr: 'Récit', en: 'Account' },
  D: { fr: 'Indices', en: 'Indicators' },
  E: { fr: 'Séjour', en: 'Residence' },
  F: { fr: 'Étape judiciaire', en: 'Judicial stage' },
  G: { fr: 'Contenu judiciaire', en: 'Judicial content' },
  H: { fr: 'Besoins et soins', en: 'Needs and care' },
  I: { fr: 'Asile', en: 'Asylum' },
  J: { fr: 'Délit contraint', en: 'Forced criminality' },
  K: { fr: 'Hébergement', en: 'Housing status' },
  L: { fr: 'Chiffres', en: 'Aggregates' }
} as const satisfies Record<string, Bilingual>

export type DataClass = keyof typeof dataClasses

/** Classes whose values are only ever stored encrypted, each under its own key. */
export const sealedClasses = ['A', 'B', 'C', 'G', 'H', 'J'] as const satisfies readonly DataClass[]
export type SealedClass = (typeof sealedClasses)[number]

export const consentScopes = {
  A: { fr: 'signalement nominatif', en: 'flag with a name' },
  B: { fr: 'fiche pour la cellule', en: 'sheet for the cell' },
  C: { fr: 'dispositif Ac.Sé', en: 'Ac.Sé scheme' },
  D: { fr: 'OFII et places d’asile', en: 'OFII and asylum places' },
  E: { fr: 'préfecture', en: 'prefecture' },
  F: {
    fr: 'rencontre avec la police ou l’inspection du travail',
    en: 'meeting the police or the labour inspection'
  },
  G: { fr: 'orientation vers le soin', en: 'health referral' },
  H: { fr: 'transmission à l’étranger', en: 'sharing across borders' }
} as const satisfies Record<string, Bilingual>

export type ConsentScope = keyof typeof consentScopes

/** Agreeing to this tells that she seeks asylum. */
export const asylumScope = 'D' satisfies ConsentScope

/**
 * What agreeing tells by itself: that she seeks asylum, that she is to be sheltered far away, that she needs care or thinks of
 * leaving. Whoever may not know of that is not told of this consent; the others tell nothing new.
 */
export const scopeClass: Record<ConsentScope, DataClass | null> = {
  ...{ A: null, B: null, E: null, F: null },
  ...{ [asylumScope]: 'I', C: 'K', G: 'H', H: 'C' }
}

/** How a consent stands. One that nobody confirmed has lapsed, and so has a child's once she is of age. */
export const consentStates = ['given', 'withdrawn', 'lapsed'] as const

/** Each clock counts the year of the consents that one class of readers is told of: none starts or ends by another's. */
export const consentClocks = {
  'MNIO-CONSENT': ['A', 'B', 'E', 'F'],
  'MNIO-CONSENT-ACSE': ['C'],
  'MNIO-CONSENT-ASYLUM': [asylumScope],
  'MNIO-CONSENT-CARE': ['G'],
  'MNIO-CONSENT-ABROAD': ['H']
} as const satisfies Record<string, readonly ConsentScope[]>

/** The consents whose year a clock counts; none, of most clocks. */
export const scopesOf = (code: string): readonly ConsentScope[] =>
  (consentClocks as Record<string, readonly ConsentScope[]>)[code] ?? []

/** Every recipient to whom a case may be referred; their rows stand in workflows/referral/kinds.ts. */
export const referralKindIds = [
  'acse',
  'acse_place',
  'dna',
  'dna_place',
  'minor_place',
  'prefecture',
  'prosecutor',
  'police',
  'labour_inspection',
  'child_protection',
  'juvenile_judge',
  'ad_hoc_guardian',
  'health',
  'exit_programme',
  'voluntary_return',
  'return_iom',
  'compensation_lawyer',
  'cell'
] as const
export type ReferralKind = (typeof referralKindIds)[number]
