import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

/** What a service offers to people who are referred to it. Codes are public: they are stored and searched. */
export const offers = {
  general_care: { fr: 'médecine générale, PASS', en: 'general medicine, hospital access desk' },
  psychotrauma: { fr: 'psychotraumatisme', en: 'trauma care' },
  psychological: { fr: 'soutien psychologique', en: 'psychological support' },
  gynaecology: { fr: 'gynécologie, contraception', en: 'gynaecology, contraception' },
  testing: { fr: 'dépistage, prévention', en: 'testing, prevention' },
  addiction: { fr: 'addictologie', en: 'addiction care' },
  paediatrics: { fr: 'enfance en danger (UAPED)', en: 'children in danger (UAPED)' },
  forensic: { fr: 'unité médico-judiciaire', en: 'forensic unit' },
  emergency_roof: { fr: 'mise à l’abri', en: 'emergency shelter' },
  long_roof: { fr: 'hébergement d’insertion', en: 'longer-term accommodation' },
  day_centre: { fr: 'accueil de jour', en: 'day centre' },
  legal: { fr: 'accès aux droits', en: 'legal help' },
  french: { fr: 'cours de français', en: 'French lessons' },
  work: { fr: 'emploi et formation', en: 'work and training' }
} as const satisfies Record<string, Bilingual>
export type Offer = keyof typeof offers

/** Whom it can receive; none said means that it receives everybody. */
export const receives = {
  women: { fr: 'femmes', en: 'women' },
  men: { fr: 'hommes', en: 'men' },
  minors: { fr: 'mineurs', en: 'minors' },
  children: { fr: 'parents avec enfants', en: 'parents with children' },
  couples: { fr: 'couples', en: 'couples' },
  wheelchair: { fr: 'accessible en fauteuil', en: 'wheelchair access' },
  animals: { fr: 'animaux acceptés', en: 'animals allowed' }
} as const satisfies Record<string, Bilingual>
export type Received = keyof typeof receives
