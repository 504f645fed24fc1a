import { legi, legiDecree, type LegalBasis } from './origin.ts'

/** Minority, children in danger, and how a time limit is counted. */
export const civilBases = {
  'CC.375': legi('Enfant en danger', 'Child in danger'),
  'CC.375-1': legi('Entretien individuel avec l’enfant', 'Individual interview with the child'),
  'CC.375-3': legi('Placement par le juge des enfants', 'Placement by the juvenile judge'),
  'CC.375-5': legi('Placement provisoire en urgence', 'Emergency placement'),
  'CC.375-7': legi('Lieu d’accueil tenu secret', 'Place of care kept secret'),
  'CC.388': legi('Âge : le doute profite à la personne', 'Age: the doubt benefits the person'),
  'CC.388-1': legi('Parole de l’enfant', 'The child’s voice'),
  'CC.388-2': legi(
    'Administrateur ad hoc du mineur, au civil',
    'Ad hoc guardian of a minor, civil procedure'
  ),
  'CC.414': legi('Majorité à dix-huit ans', 'Majority at eighteen'),
  'CC.515-13': legi('Protection contre un mariage forcé', 'Protection against a forced marriage'),
  'CC.2234': legi('Prescription suspendue par un empêchement', 'Limitation suspended by an impediment'),
  'CC.2235': legi(
    'Pas de prescription contre un mineur, sauf salaires',
    'No limitation against a minor, save for wages'
  ),
  'CC.2243': legi(
    'Interruption non avenue si la demande est rejetée',
    'No interruption where the claim is rejected'
  ),
  'CPC.612': legiDecree('Pourvoi en cassation : deux mois', 'Appeal on points of law: two months'),
  'CPC.973': legiDecree(
    'Pourvoi : avocat aux Conseils, sauf disposition contraire',
    'Appeal on points of law: a lawyer of that court, unless otherwise provided'
  ),
  'CPC.528': legiDecree(
    'Le délai de recours court de la notification',
    'Time to appeal runs from the notice'
  ),
  'CPC.538': legiDecree('Délai d’appel en matière contentieuse : un mois', 'Time to appeal: one month'),
  'CPC.641': legiDecree('Comment se compte un délai', 'How a time limit is counted'),
  'CPC.642': legiDecree('Report au jour ouvrable suivant', 'Extension to the next working day'),
  'CPC.643': legiDecree('Délais allongés pour l’outre-mer', 'Longer time limits for overseas'),
  'CPC.644': legiDecree('Les mêmes, devant un tribunal d’outre-mer', 'The same, before an overseas court'),
  'CPC.668': legiDecree(
    'Notification par la poste : le jour de la réception',
    'Notice by post: the day of receipt'
  ),
  'CPC.670-1': legiDecree(
    'Lettre revenue sans signature : la partie est invitée à signifier',
    'Letter returned unsigned: the party is asked to have it served'
  ),
  'CPC.680': legiDecree(
    'La notification indique le délai et les modalités du recours',
    'The notice states the time to appeal and how'
  ),
  'CPC.693': legiDecree('Notification : nullité de forme', 'Notice: void for want of form'),
  'CPC.899': legiDecree(
    'Appel : avocat, sauf disposition contraire',
    'Appeal: a lawyer, unless otherwise said'
  ),
  'CPC.1184': legiDecree('Parties convoquées dans les quinze jours', 'Parties called within fifteen days'),
  'CPC.1185': legiDecree(
    'Décision au fond en six mois, prorogeables de six',
    'Decision on the merits in six months, or six more'
  ),
  'CPC.1187': legiDecree('Pièces exclues de la consultation', 'Parts withheld from consultation'),
  'CPC.1210-1': legiDecree('Administrateur ad hoc pris sur la liste', 'Ad hoc guardian taken from the list')
} as const satisfies Record<string, LegalBasis>

/** What the child may do against a decision of the juvenile judge. */
export const childAppealBases = {
  'CPC.931': legiDecree('Appel sans avocat obligatoire', 'An appeal for which no lawyer is required'),
  'CPC.932': legiDecree(
    'Déclaration au greffe de la cour, ou lettre recommandée',
    'Declaration at the registry of the court, or a registered letter'
  ),
  'CPC.1186': legiDecree(
    'Avocat de l’enfant, choisi ou désigné d’office',
    'The child’s lawyer, chosen or assigned'
  ),
  'CPC.1190': legiDecree(
    'Décisions du juge des enfants : notifiées en huit jours',
    'Decisions of the juvenile judge: notified within eight days'
  ),
  'CPC.1191': legiDecree(
    'Appel du mineur lui-même : quinze jours',
    'Appeal by the minor themselves: fifteen days'
  ),
  'CPC.1192': legiDecree('Appel, assistance éducative : sa forme', 'Appeal, child protection: its form'),
  'CPC.1193': legiDecree(
    'Placement provisoire : la cour statue en trois mois',
    'Provisional placement: the court rules within three months'
  )
} as const satisfies Record<string, LegalBasis>
