import { legi, type LegalBasis } from './origin.ts'

/** What is decided against the stay: leaving, transfer to another State, waiting zone and detention; and two more routes. */
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
  'CESEDA.L744-4': legi(
    'Rétention : droits dits dans une langue comprise',
    'Detention: rights said in a language understood'
  ),
  'CESEDA.L435-2': legi(
    'Accueil en communauté (OACAS) : trois ans d’activité',
    'Community hosting (OACAS): three years of activity'
  ),
  'CESEDA.L435-4': legi(
    'Métier en tension : un an de travail, trois en France',
    'Shortage occupation: a year of work, three in France'
  )
} as const satisfies Record<string, LegalBasis>
