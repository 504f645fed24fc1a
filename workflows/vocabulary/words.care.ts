import type { Bilingual } from './vocabulary.ts'

// Lists of words of care and of the way out. Codes are public: they are stored, exported and counted.

export const needDomains = {
  safety: { fr: 'sécurité', en: 'safety' },
  health: { fr: 'santé', en: 'health' },
  psychological: { fr: 'soutien psychologique', en: 'psychological support' },
  language: { fr: 'langue', en: 'language' },
  income: { fr: 'ressources', en: 'income' },
  legal: { fr: 'droits', en: 'rights' },
  children: { fr: 'enfants', en: 'children' },
  school: { fr: 'école ou formation', en: 'school or training' },
  work: { fr: 'travail', en: 'work' },
  housing: { fr: 'logement', en: 'housing' }
} as const satisfies Record<string, Bilingual>

export const planOutcomes = {
  ...needDomains,
  none: { fr: 'rien de durable à ce jour', en: 'nothing lasting so far' }
} as const satisfies Record<string, Bilingual>

export const suspensionReasons = {
  person: { fr: 'à sa demande', en: 'at their request' },
  health: { fr: 'santé', en: 'health' },
  moved: { fr: 'changement de lieu', en: 'move to another place' },
  no_news: { fr: 'sans nouvelles', en: 'no news' }
} as const satisfies Record<string, Bilingual>

export const healthDestinations = {
  general: { fr: 'médecine générale ou PASS', en: 'general medicine or hospital access desk' },
  psychological: { fr: 'psychotraumatisme (CRP)', en: 'trauma centre (CRP)' },
  minors: {
    fr: 'accueil pédiatrique enfance en danger (UAPED)',
    en: 'paediatric unit for children in danger (UAPED)'
  },
  forensic: { fr: 'unité médico-judiciaire', en: 'forensic unit' },
  addiction: { fr: 'addictologie', en: 'addiction care' }
} as const satisfies Record<string, Bilingual>

export const returnRisks = {
  reprisals: { fr: 'représailles', en: 'reprisals' },
  retrafficking: { fr: 'nouvelle exploitation', en: 'being exploited again' },
  debt: { fr: 'dette', en: 'debt' },
  family: { fr: 'famille ou entourage impliqués', en: 'family or circle involved' },
  stigma: { fr: 'rejet', en: 'rejection' },
  none: { fr: 'aucun risque relevé', en: 'no risk found' }
} as const satisfies Record<string, Bilingual>

/** What is known of her once she has returned. */
export const returnNews = {
  safe: {
    fr: 'jointe : la personne dit être en sécurité',
    en: 'reached: the person says that they are safe'
  },
  support: {
    fr: 'jointe : la personne demande un appui sur place',
    en: 'reached: the person asks for support there'
  },
  danger: { fr: 'jointe : la personne est en danger', en: 'reached: the person is in danger' },
  unreached: { fr: 'la personne n’a pas pu être jointe', en: 'the person could not be reached' },
  declined: { fr: 'la personne ne souhaite plus de suivi', en: 'the person wishes no more follow-up' }
} as const satisfies Record<string, Bilingual>

export const exitGoals = {
  housing: { fr: 'logement', en: 'housing' },
  work: { fr: 'travail ou formation', en: 'work or training' },
  rights: { fr: 'droits ouverts', en: 'rights opened' },
  permit: { fr: 'titre de séjour', en: 'residence permit' },
  care: { fr: 'suivi de soins', en: 'care follow-up' },
  notices: {
    fr: 'suites judiciaires notifiées à une adresse sûre',
    en: 'judicial outcomes sent to a safe address'
  }
} as const satisfies Record<string, Bilingual>

/** Why a closing is declined, in words that whoever asked for it may read. */
export const notYet = {
  ...exitGoals,
  contact: { fr: 'contact à reprendre avec la personne', en: 'contact to be renewed with the person' },
  safety: { fr: 'sécurité à vérifier', en: 'safety to be checked' },
  reason: { fr: 'motif à revoir', en: 'reason to be reconsidered' }
} as const satisfies Record<string, Bilingual>

export const mergeProofs = {
  identity: {
    fr: 'identité vérifiée par les deux organisations',
    en: 'identity checked by both organisations'
  },
  person: { fr: 'la personne l’a confirmé', en: 'the person confirmed it' },
  flaggers: { fr: 'les auteurs des deux signalements se sont parlé', en: 'those who flagged have spoken' }
} as const satisfies Record<string, Bilingual>

export const transferReasons = {
  moved: { fr: 'la personne vit désormais ailleurs', en: 'the person now lives elsewhere' },
  sheltered: { fr: 'accueillie à distance', en: 'sheltered far away' },
  competent: { fr: 'l’autre cellule est compétente', en: 'the other cell is competent' }
} as const satisfies Record<string, Bilingual>
