import { excerpt, legi, legiDecree, soft, unread, type LegalBasis } from './origin.ts'

/** Administrative procedure, French data protection, local committees, and practice. */
export const otherBases = {
  'CJA.L521-2': legi(
    'Référé liberté, en quarante-huit heures',
    'Urgent order for a freedom, in forty-eight hours'
  ),
  'CJA.L521-3': legi('Référé pour une mesure utile', 'Urgent order for a useful measure'),
  'CJA.R421-1': legiDecree('Recours dans les deux mois', 'Appeal within two months'),
  'CJA.R421-2': legiDecree('Recours contre un refus implicite', 'Appeal against an implied refusal'),
  'CRPA.L114-5': unread(
    'Délai suspendu pendant la demande de pièces',
    'Clock suspended while documents are asked for'
  ),
  'CRPA.L121-1': unread('Observations avant la décision', 'To be heard before the decision'),
  'CRPA.L121-2': unread('Urgence ou ordre public : sans observations', 'Urgency or public order: not heard'),
  'LIL.46': unread('Qui peut traiter les données d’infraction', 'Who may process offence data', '2019-06-01'),
  'D2016-1056.1': excerpt({
    level: 'decree',
    source: 'legal.tricoteuses.fr LEGIARTI000049101042, excerpt, 2024'
  })('Comité local d’aide aux victimes', 'Local victim-support committee'),
  'D2019-536.list': excerpt({
    level: 'decree',
    source: 'legal.tricoteuses.fr LEGIARTI000045511253, items 1 to 9'
  })('Organismes admis aux données d’infraction', 'Bodies admitted to offence data'),
  INSTR2015: soft('Interior ministry instruction of 19 May 2015')(
    'Admission au séjour des victimes',
    'Admission of victims to residence',
    '2015-05-19'
  ),
  INSTR2022: soft('Instruction of 2022 on the exit programme; no copy was found', false)(
    'Instruction de 2022 sur le parcours de sortie, non lue',
    'Instruction of 2022 on the exit programme, not read'
  ),
  'CIRC2017-18': soft('DGCS/B2/2017/18, AFSA1703076C; pdfslide.fr copy of cir_41868')(
    'Mise en place du parcours de sortie',
    'How the exit programme is set up',
    '2017-01-31'
  ),
  'CNCDH.2020': soft('CNCDH opinion of 28 April 2020, JORFTEXT000041842515')(
    'Avis sur un mécanisme de référence',
    'Opinion on a referral mechanism',
    '2020-04-28'
  ),
  PLAN3: soft('Third national plan against trafficking')(
    'Plan national 2024-2027, soixante mesures',
    'National plan 2024-2027, sixty measures',
    '2023-12-11'
  ),
  MNIO: soft('contrelatraite.org/index.php/decembre-2025, excerpt')(
    'Mécanisme : aucun texte publié fin 2025',
    'Mechanism: no text published, end of 2025'
  ),
  PPL1387: soft(
    'assemblee-nationale.fr PIONANR5L17B1387; later stages not read',
    true,
    '2025-05-13'
  )('Proposition de loi contre la traite, sans force', 'Bill against trafficking, without force'),
  ACSE: soft('Practice of the Ac.Sé network')('Pratique du réseau Ac.Sé', 'Practice of the Ac.Sé network'),
  'DIGITAL.PC': soft('proconnect-gouv/proconnect-espace-partenaires@0dc8fbe', true, '2026-08-19')(
    'ProConnect : niveaux d’authentification',
    'ProConnect: levels of authentication',
    '2026-07-06'
  )
} as const satisfies Record<string, LegalBasis>
