import { excerpt, from, unread, type LegalBasis } from './origin.ts'

const labour = from({
  status: 'statute',
  level: 'law',
  textAsOf: '2026-03-27',
  verified: true,
  source: 'npm @socialgouv/legi-data 2.513.0'
})
const oldCasf = from({
  status: 'statute',
  level: 'law',
  textAsOf: '2016-01-01',
  verified: false,
  source: 'etalab/codes-juridiques-francais@2afcea3, text of 1 January 2016'
})
const commission = {
  level: 'decree',
  source: 'circulaire.legifrance.gouv.fr LEGISCTA000033330556',
  textAsOf: '2022-05-23'
} as const

/** Child protection, social support and labour. */
export const socialBases = {
  'CASF.L121-6-2': oldCasf('Partage entre professionnels du social', 'Sharing between social workers'),
  // That all periods together last twenty-four months at most is in a report to the Senate, not in the excerpt.
  'CASF.L121-9': excerpt({
    level: 'law',
    source: 'doctrine.fr LEGIARTI000042919668, excerpt; the twenty-four months from a report to the Senate',
    textAsOf: '2021-05-01'
  })('Parcours de sortie de la prostitution', 'Prostitution-exit programme', '2021-05-01'),
  'CASF.L226-2-1': oldCasf('Information préoccupante sans délai', 'Report of concern without delay'),
  'CASF.L226-2-2': oldCasf('Secret partagé, protection de l’enfance', 'Shared secrecy in child protection'),
  'CASF.L226-3': oldCasf('Cellule de recueil (CRIP)', 'Reporting cell (CRIP)'),
  'CASF.L226-4': oldCasf('Signalement au parquet', 'Report to the prosecutor'),
  'CASF.D226-2-4': excerpt({ level: 'decree', source: 'legal.tricoteuses.fr LEGIARTI000033336311, excerpt' })(
    'Évaluation en trois mois',
    'Assessment within three months'
  ),
  // The list and its 5° were read as an excerpt, cut before the end of the 5°.
  'CASF.L222-5': excerpt({
    level: 'law',
    source:
      'doctrine.fr LEGIARTI000006796802, excerpt; Conseil d’État no. 475849 of 16 October 2024, summary',
    textAsOf: '2024-01-28'
  })('Prise en charge jusqu’à vingt et un ans (5°)', 'Care until twenty-one (5°)', '2024-01-28'),
  'CASF.L221-2-4': unread(
    'Mise à l’abri de qui se présente comme mineur non accompagné',
    'Shelter of whoever presents as an unaccompanied minor'
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
  'CASF.R121-12-3': excerpt({ level: 'decree', source: 'excerpt of the article, secondary source' })(
    'Agrément des associations, trois ans',
    'Approval of associations, three years'
  ),
  'CASF.R121-12-13-1': excerpt({ level: 'decree', source: 'juriblio.fr, excerpt' })(
    'Aide du parcours de sortie (AFIS)',
    'Support of the exit programme (AFIS)'
  ),
  'CASF.R121-12-11': excerpt({
    level: 'decree',
    source: 'circulaires.legifrance.gouv.fr LEGISCTA000033330568; numbering inferred',
    textAsOf: '2022-08-15'
  })('Contenu du parcours de sortie', 'Content of the exit programme'),
  'CASF.R121-12-6': excerpt({ ...commission, verified: true })(
    'Missions de la commission départementale',
    'Tasks of the département commission'
  ),
  // The words that were read ended on the day when those in force began.
  'CASF.R121-12-7': excerpt({ ...commission, verified: false })(
    'Composition de la commission départementale',
    'Members of the département commission',
    '2023-12-01'
  ),
  'CTRAV.L3133-4': labour('Premier mai chômé', 'First of May, a day off', '2016-08-10'),
  'CTRAV.L3422-3': labour('Fêtes de Mayotte', 'Feasts of Mayotte', '2016-08-10')
} as const satisfies Record<string, LegalBasis>
