import { legi, unread, type LegalBasis } from './origin.ts'

/** Minority, children in danger, and how a time limit is counted. */
export const civilBases = {
  'CC.375': legi('Enfant en danger', 'Child in danger'),
  'CC.375-5': legi('Placement provisoire en urgence', 'Emergency placement'),
  'CC.388-1': legi('Parole de l’enfant', 'The child’s voice'),
  'CC.388': legi('Âge : le doute profite à la personne', 'Age: the doubt benefits the person'),
  'CPC.641': legi('Comment se compte un délai', 'How a time limit is counted'),
  'CPC.642': legi('Report au jour ouvrable suivant', 'Extension to the next working day'),
  'CC.375-1': legi('Entretien individuel avec l’enfant', 'Individual interview with the child'),
  'CC.375-3': legi('Placement par le juge des enfants', 'Placement by the juvenile judge'),
  'CC.375-7': legi('Lieu d’accueil tenu secret', 'Place of care kept secret'),
  'CC.414': unread('Majorité à dix-huit ans', 'Majority at eighteen'),
  'CPC.1184': legi('Parties convoquées dans les quinze jours', 'Parties called within fifteen days'),
  'CPC.1185': legi(
    'Décision au fond en six mois, prorogeables de six',
    'Decision on the merits in six months, or six more'
  ),
  'CPC.1187': legi('Pièces exclues de la consultation', 'Parts withheld from consultation')
} as const satisfies Record<string, LegalBasis>
