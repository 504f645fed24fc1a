import { labour, labourDecree, type LegalBasis } from './origin.ts'

/** What is owed for work that was not paid, and how long it may be claimed. */
export const labourBases = {
  'CTRAV.L1411-1': labour('Conseil de prud’hommes', 'Labour court (conseil de prud’hommes)', '2008-05-01', {
    identifier: 'LEGIARTI000006901457'
  }),
  'CTRAV.L1471-1': labour(
    'Prescription : deux ans, douze mois sur la rupture',
    'Limitation: two years, twelve months on the end',
    '2018-04-01',
    { identifier: 'LEGIARTI000036762126' }
  ),
  'CTRAV.L3245-1': labour('Salaires : trois ans pour agir', 'Wages: three years to act', '2013-06-17', {
    identifier: 'LEGIARTI000027566295'
  }),
  'CTRAV.L8221-5': labour(
    'Travail dissimulé : emploi salarié dissimulé',
    'Concealed work: concealed employment',
    '2016-08-10',
    { identifier: 'LEGIARTI000033024966' }
  ),
  'CTRAV.L8223-1': labour(
    'Travail dissimulé : indemnité de six mois de salaire',
    'Concealed work: six months’ wages as indemnity',
    '2014-07-12',
    { identifier: 'LEGIARTI000029236635' }
  ),
  'CTRAV.L8223-4': labour(
    'Travail dissimulé : un syndicat peut agir pour la personne',
    'Concealed work: a union may act for the person',
    '2014-07-12',
    { identifier: 'LEGIARTI000029233829' }
  ),
  'CTRAV.L8252-1': labour(
    'Sans autorisation : mêmes droits dès l’embauche',
    'Without a permit: same rights from the first day',
    '2010-05-08',
    { identifier: 'LEGIARTI000022265919' }
  ),
  'CTRAV.L8252-2': labour(
    'Sans autorisation : salaires, trois mois d’indemnité',
    'Without a permit: wages, three months’ indemnity',
    '2016-03-09',
    { identifier: 'LEGIARTI000032171278' }
  ),
  'CTRAV.L8252-4': labour(
    'L’employeur paie dans les trente jours du constat',
    'The employer pays within thirty days of the record',
    '2021-05-01',
    { identifier: 'LEGIARTI000042920206', paragraph: 'al. 1 et 3' }
  ),
  'CTRAV.R8252-4': labourDecree(
    'Sommes dues et non versées : l’OFII',
    'Sums owed and not paid: the OFII',
    '2011-12-02',
    { identifier: 'LEGIARTI000024885972' }
  ),
  'CTRAV.R8252-8': labourDecree(
    'Passé trente jours, l’OFII recouvre',
    'After thirty days the OFII recovers',
    '2011-12-02',
    { identifier: 'LEGIARTI000024885984' }
  ),
  'CTRAV.L8255-1': labour(
    'Salarié étranger : un syndicat peut agir pour la personne',
    'Foreign worker: a union may act for the person',
    '2008-05-01',
    { identifier: 'LEGIARTI000006904867' }
  )
} as const satisfies Record<string, LegalBasis>
