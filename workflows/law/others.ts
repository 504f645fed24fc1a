import { crpa, excerpt, legi, legiDecree, soft, unread, type LegalBasis } from './origin.ts'

/** Administrative procedure, French data protection, local committees, and practice. */
export const otherBases = {
  'CJA.L521-2': legi(
    'Référé liberté, en quarante-huit heures',
    'Urgent order for a freedom, in forty-eight hours'
  ),
  'CJA.L521-3': legi('Référé pour une mesure utile', 'Urgent order for a useful measure'),
  'CJA.R421-1': legiDecree('Recours dans les deux mois', 'Appeal within two months'),
  'CJA.R421-2': legiDecree('Recours contre un refus implicite', 'Appeal against an implied refusal'),
  'CRPA.L114-5': crpa(
    'Délai suspendu pendant la demande de pièces',
    'Time limit suspended while documents are asked for',
    '2016-01-01',
    { identifier: 'LEGIARTI000031367402' }
  ),
  'CRPA.L121-1': crpa('Observations avant la décision', 'To be heard before the decision', '2016-01-01', {
    identifier: 'LEGIARTI000031367424'
  }),
  'CRPA.L121-2': crpa(
    'Urgence ou ordre public : sans observations',
    'Urgency or public order: not heard',
    '2016-01-01',
    { identifier: 'LEGIARTI000031367426' }
  ),
  'L2024-42.27': unread(
    'Fin annoncée de L435-4, le 31 décembre 2026 : à vérifier',
    'Announced end of L435-4, 31 December 2026: to be checked'
  ),
  'LIL.46': unread('Qui peut traiter les données d’infraction', 'Who may process offence data'),
  'D2016-1056.1': excerpt({
    level: 'decree',
    source: {
      fr: 'legal.tricoteuses.fr LEGIARTI000049101042, extrait, 2024',
      en: 'legal.tricoteuses.fr LEGIARTI000049101042, excerpt, 2024'
    }
  })('Comité local d’aide aux victimes', 'Local victim-support committee', null, {
    identifier: 'LEGIARTI000049101042'
  }),
  'D2019-536.list': excerpt({
    level: 'decree',
    source: {
      fr: 'legal.tricoteuses.fr LEGIARTI000045511253, 1° à 9°',
      en: 'legal.tricoteuses.fr LEGIARTI000045511253, items 1 to 9'
    }
  })('Organismes admis aux données d’infraction', 'Bodies admitted to offence data', null, {
    identifier: 'LEGIARTI000045511253'
  }),
  INSTR2015: soft(
    {
      fr: 'Instruction du ministère de l’intérieur, d’après ash.tm.fr et un débat au Sénat',
      en: 'Instruction of the Interior ministry, from ash.tm.fr and a debate of the Senate'
    },
    'secondary'
  )('Admission au séjour des victimes', 'Admission of victims to residence', '2015-05-19'),
  INSTR2022: soft(
    {
      fr: 'Instruction de 2022 sur le parcours de sortie ; aucune copie trouvée',
      en: 'Instruction of 2022 on the exit programme; no copy found'
    },
    'unread'
  )('Parcours de sortie : instruction de 2022, non lue', 'Exit programme: instruction of 2022, not read'),
  'CIRC2017-18': soft(
    {
      fr: 'DGCS/B2/2017/18, AFSA1703076C ; copie pdfslide.fr de cir_41868',
      en: 'DGCS/B2/2017/18, AFSA1703076C; pdfslide.fr copy of cir_41868'
    },
    'excerpt'
  )('Mise en place du parcours de sortie', 'How the exit programme is set up', '2017-01-31'),
  'CNCDH.2020': soft(
    {
      fr: 'Avis de la CNCDH du 28 avril 2020, JORFTEXT000041842515',
      en: 'Opinion of the CNCDH, 28 April 2020, JORFTEXT000041842515'
    },
    'excerpt'
  )('Avis sur un mécanisme de référence', 'Opinion on a referral mechanism', '2020-04-28'),
  PLAN3: soft(
    { fr: 'Plan national, d’après contrelatraite.com', en: 'National plan, from contrelatraite.com' },
    'secondary'
  )('Plan national 2024-2027, soixante mesures', 'National plan 2024-2027, sixty measures', '2023-12-11'),
  MNIO: soft(
    {
      fr: 'contrelatraite.org/index.php/decembre-2025, extrait',
      en: 'contrelatraite.org/index.php/decembre-2025, excerpt'
    },
    'secondary'
  )('Mécanisme : aucun texte publié fin 2025', 'Mechanism: no text published, end of 2025'),
  PPL1387: soft(
    {
      fr: 'assemblee-nationale.fr PIONANR5L17B1387, titre ; suite non lue',
      en: 'assemblee-nationale.fr PIONANR5L17B1387, title; later stages not read'
    },
    'excerpt',
    '2025-05-13'
  )('Proposition de loi contre la traite, sans force', 'Bill against trafficking, without force'),
  ACSE: soft(
    { fr: 'Pratique du réseau, d’après acse-alc.org', en: 'Practice of the network, from acse-alc.org' },
    'secondary'
  )('Pratique du réseau Ac.Sé', 'Practice of the Ac.Sé network'),
  'DIGITAL.PC': soft(
    {
      fr: 'proconnect-gouv/proconnect-espace-partenaires@0dc8fbe',
      en: 'proconnect-gouv/proconnect-espace-partenaires@0dc8fbe'
    },
    'excerpt',
    '2026-08-19'
  )('ProConnect : niveaux d’authentification', 'ProConnect: levels of authentication', '2026-07-06')
} as const satisfies Record<string, LegalBasis>
