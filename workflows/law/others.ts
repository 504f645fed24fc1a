import { excerpt, legi, soft, unread, type LegalBasis } from './origin.ts'

const coe = soft('Council of Europe Convention on Action against Trafficking, CETS 197')
const eu = soft('Directive 2011/36/EU as amended by 2024/1712; article not read', false)

/** Administrative procedure, data protection, treaties and practice. */
export const otherBases = {
  'GDPR.6': unread('Base légale du traitement', 'Lawful basis of processing', '2018-05-25'),
  'GDPR.7': unread('Retrait du consentement', 'Withdrawal of consent', '2018-05-25'),
  'GDPR.9': unread('Données sensibles', 'Special categories of data', '2018-05-25'),
  'GDPR.13': unread('Information de la personne', 'Information of the person', '2018-05-25'),
  'LIL.46': unread('Qui peut traiter les données d’infraction', 'Who may process offence data', '2019-06-01'),
  'D2016-1056.1': excerpt('legal.tricoteuses.fr LEGIARTI000049101042, excerpt')(
    'Comité local d’aide aux victimes',
    'Local victim-support committee'
  ),
  'COE197.10': coe(
    'Identification sur motifs raisonnables',
    'Identification on reasonable grounds',
    '2008-02-01'
  ),
  'COE197.12': coe('Aide sans condition de coopération', 'Help not tied to cooperation', '2008-02-01'),
  'COE197.13': coe('Rétablissement et réflexion', 'Recovery and reflection', '2008-02-01'),
  'CRC.12': soft('Convention on the Rights of the Child; article not read', false)(
    'Opinion de l’enfant',
    'Opinion of the child'
  ),
  'EU.2011-36.11': eu('Mécanisme d’orientation', 'Referral mechanism', '2024-07-14'),
  INSTR2015: soft('Interior ministry instruction of 19 May 2015')(
    'Admission au séjour des victimes',
    'Admission of victims to residence',
    '2015-05-19'
  ),
  'CNCDH.2020': soft('CNCDH opinion of 28 April 2020, JORFTEXT000041842515')(
    'Avis sur un mécanisme de référence',
    'Opinion on a referral mechanism',
    '2020-04-28'
  ),
  ACSE: soft('Practice of the Ac.Sé network')('Pratique du réseau Ac.Sé', 'Practice of the Ac.Sé network'),
  'CJA.R421-1': legi('Recours dans les deux mois', 'Appeal within two months'),
  'CJA.R421-2': legi('Recours contre un refus implicite', 'Appeal against an implied refusal'),
  'CRPA.L114-5': unread(
    'Délai suspendu pendant la demande de pièces',
    'Clock suspended while documents are asked for'
  ),
  'CRPA.L121-1': unread('Observations avant la décision', 'To be heard before the decision'),
  'CRPA.L121-2': unread('Urgence ou ordre public : sans observations', 'Urgency or public order: not heard'),
  'GDPR.17': unread('Droit à l’effacement', 'Right to erasure', '2018-05-25'),
  'COE197.14': coe('Permis de séjour', 'Residence permit', '2008-02-01'),
  'COE197.16': coe(
    'Retour dans la dignité et de plein gré',
    'Return, in dignity and preferably voluntary',
    '2008-02-01'
  ),
  'COE197.26': coe(
    'Ne pas punir les actes contraints',
    'Not punishing acts done under constraint',
    '2008-02-01'
  ),
  'EU.2011-36.8': eu(
    'Ne pas punir les actes contraints',
    'Not punishing acts done under constraint',
    '2024-07-14'
  ),
  'EU.2004-81.6': soft('Directive 2004/81/EC, as cited in CJEU C-66/21')(
    'Délai de réflexion européen',
    'European reflection period'
  )
} as const satisfies Record<string, LegalBasis>
