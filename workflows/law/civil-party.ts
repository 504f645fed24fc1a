import { cpp, legiDecree, type LegalBasis } from './origin.ts'

/** What an investigating judge answers to a complaint with civil-party status. */
export const civilPartyBases = {
  'CPP.86': cpp('Refus d’informer', 'Refusal to investigate'),
  'CPP.87': cpp(
    'Partie civile contestée ou irrecevable : ordonnance, appel',
    'Civil party disputed or inadmissible: an order, open to appeal'
  ),
  'CPP.88': cpp(
    'Consignation et son délai, sauf aide juridictionnelle ou dispense',
    'Deposit and its time, save legal aid or an exemption'
  )
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
