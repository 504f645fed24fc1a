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

/** What is contested within forty-eight hours or seven days of its notice, beside the obligation to leave; and the end of a protection. */
export const shortNoticeBases = {
  'CESEDA.L352-3': legi(
    'Refus d’entrée, asile : écrit, motivé, dans une langue comprise',
    'Entry refused, asylum: in writing, with reasons, in a language understood'
  ),
  'CESEDA.L352-4': legi(
    'Refus d’entrée au titre de l’asile : recours selon L921-2',
    'Entry refused to an asylum seeker: appeal by L921-2'
  ),
  'CESEDA.L352-7': legi(
    'Recours à la fin de la zone d’attente : quatre jours de plus',
    'Appeal at the end of the waiting zone: four days more'
  ),
  'CESEDA.L352-8': legi(
    'Refus d’entrée, asile : ni avant 48 heures, ni avant le jugement',
    'Entry refused, asylum: neither before 48 hours nor before the judgment'
  ),
  'CESEDA.L352-9': legi(
    'Refus d’entrée, asile : appel en quinze jours, non suspensif',
    'Entry refused, asylum: appeal within fifteen days, which suspends nothing'
  ),
  'CESEDA.R922-3': legiDecree(
    'Refus d’entrée, asile : le tribunal du lieu de la zone d’attente',
    'Entry refused, asylum: the court of the place of the waiting zone'
  ),
  'CESEDA.R922-9': legiDecree(
    'Requête déposée auprès du responsable du lieu de rétention',
    'A claim left with whoever is in charge of the place of detention'
  ),
  'CESEDA.L754-4': legi(
    'Demandeur d’asile maintenu en rétention : recours selon L921-2',
    'Asylum seeker kept in detention: appeal by L921-2'
  ),
  'CESEDA.L754-5': legi(
    'Asile en rétention : pas d’éloignement avant l’OFPRA ou le juge',
    'Asylum in detention: no removal before OFPRA or the court'
  ),
  'CESEDA.L731-1': legi('Assignation à résidence', 'House arrest'),
  'CESEDA.L731-3': legi(
    'Assignation de qui ne peut quitter le territoire',
    'House arrest of whoever cannot leave the territory'
  ),
  'CESEDA.L732-8': legi(
    'Assignation à résidence : recours selon L921-1',
    'House arrest: appeal by L921-1',
    null,
    { paragraph: 'al. 1 et 2' }
  ),
  'CESEDA.L612-7': legi(
    'Interdiction de retour après le délai de départ',
    'Return ban after the time to depart'
  ),
  'CESEDA.L614-4': legi(
    'Interdiction de retour édictée après : sept jours, ou 48 heures',
    'Return ban decided later: seven days, or 48 hours'
  ),
  'CESEDA.L511-8': legi('Fin du statut de réfugié', 'End of refugee status'),
  'CESEDA.L512-3': legi('Fin de la protection subsidiaire', 'End of subsidiary protection'),
  'CESEDA.L562-3': legi(
    'Fin de protection notifiée par écrit, avec voies et délais',
    'End of protection notified in writing, with ways and times of appeal'
  ),
  'CESEDA.L424-6': legi(
    'Fin du statut de réfugié : carte de résident',
    'End of refugee status: resident card'
  )
} as const satisfies Record<string, LegalBasis>
