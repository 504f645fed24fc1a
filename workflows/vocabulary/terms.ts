/** A word shown to people, in the two languages of the product. */
export type Bilingual = { fr: string; en: string }

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
  J: { fr: 'Infraction commise sous contrainte', en: 'Forced criminality' },
  K: { fr: 'Hébergement', en: 'Housing status' },
  L: { fr: 'Chiffres', en: 'Aggregates' }
} as const satisfies Record<string, Bilingual>

export type DataClass = keyof typeof dataClasses

/** What a reader needs to see: a class, all of several, or nothing. */
export type Seen = DataClass | null | readonly DataClass[]

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
  G: { fr: 'orientation vers une structure de soins', en: 'health referral' },
  H: { fr: 'transmission à l’étranger', en: 'sharing across borders' },
  // I would be statistics, which rest on no consent.
  J: { fr: 'SIAO, 115 et CHRS', en: 'ordinary housing (SIAO, 115, CHRS)' }
} as const satisfies Record<string, Bilingual>

export type ConsentScope = keyof typeof consentScopes
