import type { Bilingual } from './vocabulary.ts'

/** In which capacity an organisation takes part in a case. What each may see stands in policies/data-classes.ts. */
export const capacities = {
  referent: { fr: 'référente de parcours', en: 'case referent' },
  flagger: { fr: 'à l’origine du signalement', en: 'source of the flag' },
  cell: { fr: 'cellule du territoire', en: 'cell of the territory' },
  cell_member: { fr: 'membre de la cellule', en: 'cell member' },
  prefecture: { fr: 'préfecture', en: 'prefecture' },
  police: { fr: 'police ou gendarmerie', en: 'police or gendarmerie' },
  acse: { fr: 'coordination Ac.Sé', en: 'Ac.Sé desk' },
  shelter: { fr: 'structure d’accueil', en: 'shelter' },
  child_protection: { fr: 'protection de l’enfance', en: 'child protection' }
} as const satisfies Record<string, Bilingual>

export type Capacity = keyof typeof capacities
