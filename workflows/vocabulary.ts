/** A word shown to people, in the two languages of the product. */
export type Bilingual = { fr: string; en: string }

export const regions = {
  identification: { fr: 'Identification', en: 'Identification' },
  housing: { fr: 'Hébergement', en: 'Housing' },
  asylum_housing: { fr: 'Hébergement d’asile', en: 'Asylum housing' },
  residence: { fr: 'Séjour', en: 'Residence' },
  judicial: { fr: 'Justice', en: 'Justice' },
  care: { fr: 'Soins et social', en: 'Care and support' },
  minor: { fr: 'Mineurs', en: 'Minors' },
  consent: { fr: 'Consentement', en: 'Consent' },
  closure: { fr: 'Sortie', en: 'Closure' }
} as const satisfies Record<string, Bilingual>

export type RegionId = keyof typeof regions

/** How a state reads at a glance: a colour never stands alone, the state's word goes with it. */
export type Tone = 'done' | 'running' | 'late' | 'none'

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

/** Every recipient to whom a case may be referred; their rows stand in referral.kinds.ts. */
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
