import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { excerpt, labour, unread, unreadDecree, type LegalBasis } from './origin.ts'

/** Ten years old: changes since then are known, and were not read. */
const oldCasf = excerpt({
  level: 'law',
  textAsOf: '2016-01-01',
  source: {
    fr: 'Texte du 1er janvier 2016, etalab/codes-juridiques-francais@2afcea3 ; suite non lue',
    en: 'Text of 1 January 2016, etalab/codes-juridiques-francais@2afcea3; later changes not read'
  }
})
const at = (where: string, kind: Bilingual = { fr: 'extrait', en: 'excerpt' }): Bilingual => ({
  fr: `${where}, ${kind.fr}`,
  en: `${where}, ${kind.en}`
})
const commission = {
  level: 'decree',
  source: at('circulaire.legifrance.gouv.fr LEGISCTA000033330556'),
  textAsOf: '2022-05-23'
} as const

/** Child protection, social support and labour. */
export const socialBases = {
  'CASF.L121-6-2': oldCasf('Partage entre professionnels du social', 'Sharing between social workers'),
  'CASF.L121-9': excerpt({
    level: 'law',
    source: at('doctrine.fr LEGIARTI000042919668'),
    textAsOf: '2021-05-01'
  })('Parcours de sortie de la prostitution', 'Prostitution-exit programme', '2021-05-01'),
  'CASF.L226-2-1': oldCasf('Information préoccupante sans délai', 'Report of concern without delay'),
  'CASF.L226-2-2': oldCasf('Secret partagé, protection de l’enfance', 'Shared secrecy in child protection'),
  'CASF.L226-3': oldCasf('Cellule de recueil (CRIP)', 'Reporting cell (CRIP)'),
  'CASF.L226-4': oldCasf('Signalement au parquet', 'Report to the prosecutor'),
  'CASF.D226-2-4': excerpt({ level: 'decree', source: at('legal.tricoteuses.fr LEGIARTI000033336311') })(
    'Évaluation en trois mois',
    'Assessment within three months'
  ),
  // The words of the first paragraph were read on an account of the article; its end was not.
  'CASF.L222-5-1': excerpt({
    level: 'law',
    source: at('doctrine.fr LEGIARTI000045136761'),
    textAsOf: '2022-02-09'
  })(
    'Entretien d’autonomie, un an avant la majorité',
    'Independence interview, a year before majority',
    '2022-02-09'
  ),
  'CTRAV.L3133-1': labour('Jours fériés', 'Public holidays', '2016-08-10'),
  'CTRAV.L3134-13': labour('Jours fériés d’Alsace-Moselle', 'Alsace-Moselle holidays', '2008-05-01'),
  'CTRAV.L3422-2': labour(
    'Abolition de l’esclavage, outre-mer',
    'Abolition of slavery, overseas',
    '2018-01-01'
  ),
  'CTRAV.L8112-2': labour(
    'Constats de l’inspection du travail',
    'Records by labour inspectors',
    '2021-07-01'
  ),
  'CTRAV.L8113-7': unread('Procès-verbaux transmis au parquet', 'Reports sent to the prosecutor'),
  'CASF.L223-2': oldCasf('Recueil provisoire en urgence', 'Emergency reception of a minor'),
  'CASF.L311-3': unread('Droits des personnes accueillies', 'Rights of people in care'),
  'CASF.R121-12-3': excerpt({ level: 'decree', source: at('lexbase.fr') })(
    'Agrément des associations, trois ans',
    'Approval of associations, three years'
  ),
  'CASF.R121-12-13-1': excerpt({ level: 'decree', source: at('juriblio.fr') })(
    'Aide du parcours de sortie (AFIS)',
    'Support of the exit programme (AFIS)'
  ),
  'CASF.R121-12-11': excerpt({
    level: 'decree',
    source: at('circulaires.legifrance.gouv.fr LEGISCTA000033330568', {
      fr: 'extrait ; numéro déduit',
      en: 'excerpt; number inferred'
    }),
    textAsOf: '2022-08-15'
  })('Contenu du parcours de sortie', 'Content of the exit programme'),
  'CASF.R121-12-6': excerpt(commission)(
    'Missions de la commission départementale',
    'Tasks of the département commission'
  ),
  // The words that were read ended on the day when those in force began: of these nothing was read.
  'CASF.R121-12-7': unreadDecree(
    'Composition de la commission départementale',
    'Members of the département commission',
    '2023-12-01'
  ),
  'CTRAV.L3133-4': labour('Premier mai chômé', 'First of May, a day off', '2016-08-10'),
  'CTRAV.L3422-3': labour('Fêtes de Mayotte', 'Feasts of Mayotte', '2016-08-10')
} as const satisfies Record<string, LegalBasis>
