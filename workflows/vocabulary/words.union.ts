import type { Bilingual } from './terms.ts'

// The stay of a citizen of the Union, of the European Economic Area or of Switzerland (CESEDA, book II).

/** What was found of it. Nothing is refused on it: it says whether the person has to be helped to show a right. */
export const unionStays = {
  verified: { fr: 'établi', en: 'established' },
  doubtful: { fr: 'incertain', en: 'doubtful' }
} as const satisfies Record<string, Bilingual>

/** L232-1, L233-1 1° to 5°, L234-1. */
export const unionGrounds = {
  three_months: { fr: 'séjour de moins de trois mois', en: 'a stay of less than three months' },
  work: { fr: 'activité professionnelle', en: 'work' },
  resources: {
    fr: 'ressources suffisantes et assurance maladie',
    en: 'sufficient resources and health insurance'
  },
  studies: { fr: 'études ou formation, avec ressources', en: 'studies or training, with resources' },
  family: { fr: 'membre de la famille d’un citoyen de l’Union', en: 'family member of a Union citizen' },
  permanent: { fr: 'séjour permanent, après cinq ans', en: 'permanent residence, after five years' }
} as const satisfies Record<string, Bilingual>

const toEstablish = { fr: 'Situation à établir', en: 'Situation to establish' }

/** The one state of residence that two nationalities share, as it reads of each, and of whoever was taken for one of them. */
const nationals: Record<string, Bilingual> = {
  french: { fr: 'Ressortissant français', en: 'French national' },
  eu: { fr: 'UE, EEE, Suisse : régime propre', en: 'EU, EEA, Swiss: rules of their own' },
  third_country: toEstablish,
  unknown: toEstablish
}

/** Where the stay of a person stands, for whoever may read both it and the nationality; null where the state says it all. */
export const residenceWord = (state: string, nationality: string | undefined): Bilingual | null =>
  state === 'eu_or_french' && nationality !== undefined ? (nationals[nationality] ?? null) : null

/** What was found of a right to stay, beside the state. */
export const unionDetails = {
  unchecked: { fr: 'Droit au séjour à examiner (L233-1)', en: 'Right to stay to be checked (L233-1)' },
  verified: { fr: 'Droit au séjour établi', en: 'Right to stay established' },
  doubtful: {
    fr: 'Droit au séjour incertain : une obligation de quitter le territoire est possible (L251-1)',
    en: 'Right to stay doubtful: an obligation to leave is possible (L251-1)'
  }
} as const satisfies Record<string, Bilingual>
