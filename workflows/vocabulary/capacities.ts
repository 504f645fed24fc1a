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
  child_protection: { fr: 'protection de l’enfance', en: 'child protection' },
  prosecutor: { fr: 'parquet', en: 'public prosecutor' },
  labour: { fr: 'inspection du travail', en: 'labour inspection' },
  ofii: { fr: 'OFII', en: 'immigration office (OFII)' },
  ofii_return: { fr: 'OFII, retour volontaire', en: 'OFII, voluntary return' },
  iom: { fr: 'OIM, aide au retour', en: 'IOM, help to return' },
  dna_centre: { fr: 'centre du dispositif d’asile', en: 'asylum reception centre' },
  minor_shelter: { fr: 'structure pour mineurs', en: 'shelter for minors' },
  juvenile_judge: { fr: 'juge des enfants', en: 'juvenile judge' },
  ad_hoc_guardian: { fr: 'administrateur·rice ad hoc', en: 'ad hoc guardian' },
  health: { fr: 'soin', en: 'health care' },
  exit_programme: { fr: 'commission du parcours de sortie', en: 'exit-programme commission' },
  lawyer: { fr: 'avocat·e de la personne', en: 'lawyer of the person' }
} as const satisfies Record<string, Bilingual>

export type Capacity = keyof typeof capacities
