import { legi, legiDecree, soft, type LegalBasis } from './origin.ts'

/** Waiting zone and detention: how long, before which judge, and how it is contested. */
export const heldBases = {
  'CESEDA.L341-1': legi('Placement en zone d’attente', 'Placement in a waiting zone'),
  'CESEDA.L341-2': legi('Zone d’attente : quatre jours au plus', 'Waiting zone: four days at most'),
  'CESEDA.L342-1': legi('Au-delà de quatre jours, le juge autorise', 'Beyond four days the judge allows it'),
  'CESEDA.L343-1': legi(
    'Zone d’attente : droits dits dans une langue comprise',
    'Waiting zone: rights said in a language understood'
  ),
  'CESEDA.L343-2': legi(
    'Zone d’attente : administrateur ad hoc du mineur, sans délai',
    'Waiting zone: ad hoc guardian of a minor, without delay'
  ),
  'CESEDA.L741-1': legi('Placement en rétention : quatre jours', 'Detention: four days'),
  'CESEDA.L741-5': legi('Aucun mineur en rétention', 'No minor in detention'),
  'CESEDA.L742-1': legi(
    'Rétention au-delà de quatre jours : le juge autorise',
    'Detention beyond four days: the judge allows it'
  ),
  'CESEDA.L761-8': legi(
    'Mayotte : rétention, « cinq jours » pour « quarante-huit heures »',
    'Mayotte: detention, “five days” for “forty-eight hours”',
    null,
    { paragraph: '5° à 7°' }
  ),
  'CESEDA.L744-4': legi(
    'Rétention : droits dits dans une langue comprise',
    'Detention: rights said in a language understood'
  ),
  'CESEDA.L342-5': legi(
    'Zone d’attente : le juge statue en 24 heures, 48 au plus',
    'Waiting zone: the judge rules within 24 hours, 48 at most'
  ),
  'CESEDA.L741-10': legi(
    'Contester le placement en rétention : quatre jours',
    'Contesting the placement in detention: four days'
  ),
  'CESEDA.L742-3': legi('Rétention prolongée de vingt-six jours', 'Detention extended by twenty-six days'),
  'CESEDA.L742-4': legi(
    'Rétention prolongée de nouveau : trente jours au plus',
    'Detention extended again: thirty days at most'
  ),
  'CESEDA.L342-4': legi(
    'Zone d’attente prolongée de nouveau : huit jours au plus',
    'Waiting zone extended again: eight days at most'
  ),
  'CESEDA.L743-19': legi(
    'Fin de la rétention : vingt-quatre heures à disposition de la justice',
    'End of the detention: twenty-four hours at the court’s disposal'
  ),
  'CESEDA.L743-22': legi(
    'Appel du ministère public : effet suspensif sur demande',
    'Appeal of the prosecutor: suspensive effect on request'
  ),
  'CESEDA.L754-1': legi(
    'Asile demandé en rétention : cinq jours, sauf faits nouveaux',
    'Asylum asked for in detention: five days, save later facts'
  ),
  'CESEDA.L754-3': legi(
    'Demandeur d’asile maintenu en rétention : décision écrite et motivée',
    'Asylum seeker kept in detention: a decision in writing, with reasons'
  ),
  'CESEDA.L742-8': legi(
    'Demander la fin de la rétention, à tout moment',
    'Asking for the end of the detention, at any time'
  ),
  'CESEDA.L743-4': legi(
    'Rétention : le juge statue en 48 heures',
    'Detention: the judge rules within 48 hours'
  ),
  'CESEDA.L743-21': legi(
    'Rétention : appel devant le premier président',
    'Detention: appeal to the first president'
  ),
  'CESEDA.L342-12': legi(
    'Zone d’attente : appel devant le premier président',
    'Waiting zone: appeal to the first president'
  ),
  'CESEDA.R342-10': legiDecree('Zone d’attente : appel en 24 heures', 'Waiting zone: appeal within 24 hours'),
  'CESEDA.R342-11': legiDecree('Zone d’attente : appel motivé', 'Waiting zone: reasoned appeal'),
  'CESEDA.R741-3': legiDecree(
    'Contester le placement : requête par tout moyen',
    'Contesting the placement: a claim by any means'
  ),
  'CESEDA.R743-1': legiDecree('Juge du lieu de rétention', 'The judge of the place of detention'),
  'CESEDA.R743-2': legiDecree('Requête motivée, datée et signée', 'A claim reasoned, dated and signed'),
  'CESEDA.R743-10': legiDecree('Rétention : appel en 24 heures', 'Detention: appeal within 24 hours'),
  'CESEDA.R743-11': legiDecree('Rétention : appel motivé', 'Detention: reasoned appeal'),
  'CIV1.24-70008': soft(
    {
      fr: 'avis n° 24-70.008, d’après lemag-juridique.com et justice.legibase.fr ; avis non lu',
      en: 'opinion no. 24-70.008, from lemag-juridique.com and justice.legibase.fr; not read'
    },
    'secondary'
  )(
    'Civ. 1re, avis du 7 janvier 2025 : le jour de la notification compte, sans report',
    'Civ. 1re, opinion of 7 January 2025: the day of the notice counts, and nothing is moved',
    '2025-01-07'
  ),
  'CIV1.09-12960': soft(
    { fr: 'n° 09-12.960, extrait, app.livv.eu', en: 'no. 09-12.960, excerpt, app.livv.eu' },
    'excerpt'
  )(
    'Civ. 1re, 12 mai 2010 : 24 heures qui finissent un samedi sont prorogées',
    'Civ. 1re, 12 May 2010: 24 hours that end on a Saturday are extended',
    '2010-05-12'
  )
} as const satisfies Record<string, LegalBasis>
