import { legi, legiDecree, type LegalBasis } from './origin.ts'

/** What is decided against the stay: leaving, and transfer to another State; and two more routes. */
export const removalBases = {
  'CESEDA.L611-3': legi(
    'Aucune obligation de quitter contre un mineur',
    'No obligation to leave for a minor under eighteen'
  ),
  'CESEDA.L614-2': legi(
    'Recours : 7 jours si assigné, 48 heures en rétention',
    'Appeal: 7 days under house arrest, 48 hours in detention'
  ),
  'CESEDA.L614-3': legi('Recours d’une personne détenue : sept jours', 'Appeal of a prisoner: seven days'),
  'CESEDA.L722-7': legi('Pas d’éloignement avant la fin du recours', 'No removal before the appeal is over'),
  'CESEDA.L572-1': legi('Décision de transfert vers un autre État', 'Decision to transfer to another State'),
  'CESEDA.L572-2': legi(
    'Transfert : quinze jours (48 heures en rétention), puis jusqu’au jugement',
    'Transfer: fifteen days (48 hours in detention), then until the judgment'
  ),
  'CESEDA.L572-4': legi(
    'Recours, transfert : 7 jours, 48 heures en rétention',
    'Appeal, transfer: 7 days, 48 hours in detention'
  ),
  'CESEDA.L435-2': legi(
    'Accueil en communauté (OACAS) : trois ans d’activité',
    'Community hosting (OACAS): three years of activity'
  ),
  'CESEDA.L532-1': legi('CNDA : un mois depuis la notification', 'Asylum court: a month from the notice'),
  'CESEDA.R532-6': legiDecree(
    'CNDA : recours écrit en français, signé',
    'Asylum court: a written appeal in French, signed'
  ),
  'CESEDA.R532-7': legiDecree(
    'CNDA : la décision et les pièces jointes',
    'Asylum court: the decision and documents that go with it'
  ),
  'CESEDA.R532-8': legiDecree(
    'CNDA : le recours compte du jour de son arrivée',
    'Asylum court: an appeal counts from the day it arrives'
  ),
  'CESEDA.R532-10': legiDecree(
    'CNDA : délai opposable s’il est mentionné',
    'Asylum court: the time limit holds where it is stated'
  ),
  'CESEDA.L542-1': legi(
    'Droit de se maintenir pendant la demande d’asile',
    'Right to remain during the asylum claim'
  ),
  'CESEDA.L551-15': legi('Refus des conditions d’accueil', 'Refusal of reception conditions'),
  'CESEDA.L551-16': legi('Fin des conditions d’accueil', 'End of reception conditions'),
  'CESEDA.D551-18': legiDecree(
    'Fin des conditions d’accueil : quinze jours pour observer',
    'End of reception conditions: fifteen days to comment'
  ),
  'CESEDA.L555-1': legi(
    'Conditions d’accueil : recours en sept jours',
    'Reception conditions: appeal within seven days'
  ),
  'CESEDA.L435-4': legi(
    'Métier en tension : un an de travail, trois en France',
    'Shortage occupation: a year of work, three in France'
  )
} as const satisfies Record<string, LegalBasis>
