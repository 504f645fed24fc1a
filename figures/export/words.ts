import type { Audience } from '../release/rules.ts'

export type Language = 'fr' | 'en'
type Words = Record<string, Record<Language, string>>

export const licence = {
  name: 'Licence Ouverte / Open Licence 2.0 (Etalab)',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence'
} as const

/** Under which terms a file is read: what the public is not shown may not be passed on. `url`: of the text of the licence, where there is one. */
export const termsFor = (audience: Audience, language: Language): { name: string; url: string | null } =>
  audience === 'public'
    ? licence
    : {
        name: {
          fr: 'Aucune : réservé aux partenaires, à ne publier ni transmettre',
          en: 'None: for partners alone, not to be published or passed on'
        }[language],
        url: null
      }

export const columnWords = {
  code: { fr: 'code', en: 'code' },
  persons: { fr: 'Personnes', en: 'Persons' },
  places: { fr: 'Places', en: 'Places' },
  status: { fr: 'Statut', en: 'Status' },
  unit: { fr: 'personnes, comptées une fois dans l’année', en: 'persons, counted once in the year' },
  masked: {
    fr: 'Une cellule masquée (statut « masked ») est vide. Elle ne veut pas dire zéro.',
    en: 'A masked cell (status “masked”) is empty. It does not mean zero.'
  }
} as const satisfies Words

export const factWords = {
  title: { fr: 'Tableau', en: 'Table' },
  publisher: { fr: 'Source', en: 'Source' },
  release: { fr: 'Publication n°', en: 'Release' },
  version: { fr: 'Version', en: 'Version' },
  erratum: { fr: 'Erratum', en: 'Erratum' },
  kind: { fr: 'Nature', en: 'Kind' },
  year: { fr: 'Année', en: 'Year' },
  asOf: { fr: 'Situation au', en: 'As of' },
  publishedOn: { fr: 'Publié le', en: 'Published on' },
  leftOut: { fr: 'Tableaux laissés de côté', en: 'Tables left out' },
  unit: { fr: 'Unité', en: 'Unit' },
  method: { fr: 'Méthode', en: 'Method' },
  threshold: { fr: 'Seuil', en: 'Threshold' },
  maximumDeviation: { fr: 'Écart maximal', en: 'Maximum deviation' },
  variance: { fr: 'Variance du bruit', en: 'Noise variance' },
  additivity: { fr: 'Sommes', en: 'Sums' },
  several: { fr: 'Réponses multiples', en: 'Multiple answers' },
  masked: { fr: 'Cellules masquées', en: 'Masked cells' },
  licence: { fr: 'Licence', en: 'Licence' },
  licenceUrl: { fr: 'Texte de la licence', en: 'Licence text' }
} as const satisfies Words

export const notSummed = {
  fr: 'Chaque total porte son propre bruit : la somme des cellules n’est pas le total.',
  en: 'Each total has its own noise: the cells do not add up to it.'
} as const

type Noise = { threshold: number; maximumDeviation: number; variance: number }

export const methodOf = ({ threshold, maximumDeviation, variance }: Noise, language: Language): string =>
  ({
    fr: `Bruit par clé de cellule (INSEE, ONS, Destatis) : écart de ${maximumDeviation} au plus, variance ${variance}. Une cellule est masquée si son effectif, vrai ou bruité, est inférieur à ${threshold} ; d’autres le sont, même grandes, pour que ces effectifs ne se déduisent pas.`,
    en: `Cell-key noise (INSEE, ONS, Destatis): deviation of at most ${maximumDeviation}, variance ${variance}. A cell is masked where its true or its noisy count is below ${threshold}; others are, large ones among them, so that these counts cannot be worked out.`
  })[language]

/** What a version is without, since an attack had narrowed down a small count in it. */
export const leftOutOf = (titles: readonly string[], language: Language): string =>
  ({
    fr: `Non publié dans cette version : ${titles.join(' ; ')}.`,
    en: `Not published in this version: ${titles.join('; ')}.`
  })[language]

export const severalOf = (labels: readonly string[], language: Language): string =>
  ({
    fr: `Une personne peut avoir plusieurs valeurs (${labels.join(', ')}) : elle compte dans chacune, et une fois dans le total.`,
    en: `A person may have several values (${labels.join(', ')}): they count in each, and once in the total.`
  })[language]
