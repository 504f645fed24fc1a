import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { excerpt, labour, oldCasf, soft, unread, unreadDecree, type LegalBasis } from './origin.ts'

const at = (where: string, kind: Bilingual = { fr: 'extrait', en: 'excerpt' }): Bilingual => ({
  fr: `${where}, ${kind.fr}`,
  en: `${where}, ${kind.en}`
})
/** The page says since when the version that it shows is in force. */
const versionOf = (fr: string, en: string): Bilingual => ({
  fr: `extrait de la version en vigueur au ${fr}`,
  en: `excerpt of the version in force on ${en}`
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
    source: {
      fr: 'doctrine.fr LEGIARTI000042919668, extrait de la version en vigueur au 1er mai 2021',
      en: 'doctrine.fr LEGIARTI000042919668, excerpt of the version in force on 1 May 2021'
    },
    textAsOf: '2021-05-01'
  })('Parcours de sortie de la prostitution', 'Prostitution-exit programme', '2021-05-01', {
    identifier: 'LEGIARTI000042919668'
  }),
  // Of the longest length the excerpt says nothing.
  'SENAT.PSP': soft(
    {
      fr: 'Un rapport du Sénat, qui le dit de CASF L121-9 ; l’article n’a été lu qu’en extrait, qui ne le dit pas',
      en: 'A report to the Senate, which says so of CASF L121-9; of the article an excerpt alone was read, which does not'
    },
    'secondary'
  )(
    'Parcours de sortie : vingt-quatre mois au plus, toutes périodes ensemble',
    'Exit programme: twenty-four months at most, all periods together'
  ),
  'CASF.L226-2-1': oldCasf('Information préoccupante sans délai', 'Report of concern without delay'),
  'CASF.L226-2-2': oldCasf('Secret partagé, protection de l’enfance', 'Shared secrecy in child protection'),
  'CASF.L226-3': oldCasf('Cellule de recueil (CRIP)', 'Reporting cell (CRIP)'),
  'CASF.L226-4': oldCasf('Signalement au parquet', 'Report to the prosecutor'),
  'CASF.D226-2-4': excerpt({ level: 'decree', source: at('legal.tricoteuses.fr LEGIARTI000033336311') })(
    'Évaluation en trois mois',
    'Assessment within three months',
    null,
    { identifier: 'LEGIARTI000033336311' }
  ),
  // The words of the first paragraph were read on an account of the article; its end was not.
  'CASF.L222-5-1': excerpt({
    level: 'law',
    source: at('doctrine.fr LEGIARTI000045136761', versionOf('9 février 2022', '9 February 2022')),
    textAsOf: '2022-02-09'
  })(
    'Entretien d’autonomie, un an avant la majorité',
    'Independence interview, a year before majority',
    '2022-02-09',
    { identifier: 'LEGIARTI000045136761', paragraph: 'al. 1' }
  ),
  // The list and its 5° were read as an excerpt, cut before the end of the 5°.
  'CASF.L222-5': excerpt({
    level: 'law',
    source: at('doctrine.fr LEGIARTI000006796802 ; Conseil d’État n° 475849, 16 octobre 2024'),
    textAsOf: null
  })('Prise en charge jusqu’à vingt et un ans', 'Care until twenty-one', null, {
    paragraph: '5°'
  }),
  'CASF.L134-2': unread(
    'Aide sociale : recours préalable avant le juge',
    'Social aid: a prior appeal before the court'
  ),
  'CASF.L221-2-4': unread(
    'Mise à l’abri de qui se présente comme mineur',
    'Shelter of whoever presents as a minor'
  ),
  'CTRAV.L3133-1': labour('Jours fériés', 'Public holidays', '2016-08-10', {
    identifier: 'LEGIARTI000033020901'
  }),
  'CTRAV.L3134-13': labour('Jours fériés d’Alsace-Moselle', 'Alsace-Moselle holidays', '2008-05-01', {
    identifier: 'LEGIARTI000006902635'
  }),
  'CTRAV.L3422-2': labour(
    'Abolition de l’esclavage, outre-mer',
    'Abolition of slavery, overseas',
    '2018-01-01',
    { identifier: 'LEGIARTI000035902463' }
  ),
  'CTRAV.L8112-2': labour(
    'Constats de l’inspection du travail',
    'Records by labour inspectors',
    '2021-07-01',
    { identifier: 'LEGIARTI000041587502' }
  ),
  'CTRAV.L8113-7': labour(
    'Procès-verbaux transmis au parquet',
    'Reports sent to the prosecutor',
    '2016-07-01',
    { identifier: 'LEGIARTI000032376386' }
  ),
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
  // The words that were read ended on 1 December 2023: of those that came then nothing was read.
  'CASF.R121-12-7': unreadDecree(
    'Composition de la commission départementale',
    'Members of the département commission'
  ),
  'CTRAV.L3133-4': labour('Premier mai chômé', 'First of May, a day off', '2016-08-10', {
    identifier: 'LEGIARTI000033020884'
  }),
  'CTRAV.L3422-3': labour('Fêtes de Mayotte', 'Feasts of Mayotte', '2018-01-01', {
    identifier: 'LEGIARTI000035902503'
  })
} as const satisfies Record<string, LegalBasis>
