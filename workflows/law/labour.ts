import type { CivilDate } from '../calendar/civil-date.ts'
import { from, type LegalBasis } from './origin.ts'

/** The Code du travail as npm carries it gives each article its identifier and its day of entry into force. */
const article = (legiarti: string, inForceFrom: CivilDate, fr: string, en: string) =>
  from({
    status: 'statute',
    level: 'law',
    textAsOf: '2026-03-27',
    verified: true,
    source: `npm @socialgouv/legi-data 2.513.0, ${legiarti}`
  })(fr, en, inForceFrom)

/** What is owed for work that was not paid, and how long it may be claimed. */
export const labourBases = {
  'CTRAV.L1411-1': article(
    'LEGIARTI000006901457',
    '2008-05-01',
    'Conseil de prud’hommes',
    'Labour court (conseil de prud’hommes)'
  ),
  'CTRAV.L1471-1': article(
    'LEGIARTI000036762126',
    '2018-04-01',
    'Prescription : deux ans, douze mois sur la rupture',
    'Limitation: two years, twelve months on the end'
  ),
  'CTRAV.L3245-1': article(
    'LEGIARTI000027566295',
    '2013-06-17',
    'Salaires : trois ans pour agir',
    'Wages: three years to act'
  ),
  'CTRAV.L8221-5': article(
    'LEGIARTI000033024966',
    '2016-08-10',
    'Travail dissimulé : emploi salarié dissimulé',
    'Concealed work: concealed employment'
  ),
  'CTRAV.L8223-1': article(
    'LEGIARTI000029236635',
    '2014-07-12',
    'Travail dissimulé : indemnité de six mois de salaire',
    'Concealed work: six months’ wages as indemnity'
  ),
  'CTRAV.L8223-4': article(
    'LEGIARTI000029233829',
    '2014-07-12',
    'Travail dissimulé : un syndicat peut agir pour la personne',
    'Concealed work: a union may act for the person'
  ),
  'CTRAV.L8252-1': article(
    'LEGIARTI000022265919',
    '2010-05-08',
    'Sans autorisation : mêmes droits dès l’embauche',
    'Without a permit: same rights from the first day'
  ),
  'CTRAV.L8252-2': article(
    'LEGIARTI000032171278',
    '2016-03-09',
    'Sans autorisation : salaires, trois mois d’indemnité',
    'Without a permit: wages, three months’ indemnity'
  ),
  'CTRAV.L8252-4': article(
    'LEGIARTI000042920206',
    '2021-05-01',
    'L’employeur paie dans les trente jours du constat',
    'The employer pays within thirty days of the record'
  ),
  'CTRAV.L8255-1': article(
    'LEGIARTI000006904867',
    '2008-05-01',
    'Salarié étranger : un syndicat peut agir pour la personne',
    'Foreign worker: a union may act for the person'
  )
} as const satisfies Record<string, LegalBasis>
