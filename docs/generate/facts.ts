import type { Facts } from '../../workflows/facts.ts'
import { localDangerWord } from '../../workflows/regions/words.danger.ts'
import type { kinds } from '../../workflows/referral.kinds.ts'

type Previewed = (typeof kinds)[keyof typeof kinds]['preview'][number]

const words = {
  territory: 'territoire',
  danger: 'danger',
  ageGroup: 'majorité',
  ageBand: 'tranche d’âge',
  sex: 'sexe',
  nationality: 'nationalité (catégorie)',
  forms: 'formes d’exploitation',
  children: 'enfants',
  language: 'langue',
  localDanger: localDangerWord.fr,
  presumed: 'présomption',
  asylumLink: 'lien avec l’asile',
  procedureOpen: 'plainte ou procédure en cours',
  programmePeriods: 'périodes déjà accordées',
  factsTerritory: 'lieu des faits',
  foundIn: 'lieu de découverte',
  returnAssessed: 'risques du retour évalués',
  permitAsked: 'titre demandé'
} as const satisfies Record<Previewed, string>

/** What a recipient is shown before it answers, in words: a fact that some kind shows and that has none does not compile. */
export const factWord = (fact: keyof Facts): string => words[fact as Previewed]
