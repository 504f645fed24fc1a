import { requirementsOf } from '../../policies/requirements/table.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import type { RequirementId } from '../../workflows/act/requirements.ts'

/** Null for what every act requires, and for what the matrix says already by its own words. */
const words: Record<RequirementId, string | null> = {
  designated: null,
  form: null,
  appointment: null,
  configured: null,
  agreed: 'l’accord de la personne, majeure ou mineure',
  notRecused: 'qui n’a ni signalé ni ne suit la personne',
  firstVoice: 'une institution qui n’a pas encore donné d’avis',
  secondVoice: 'une autre personne, d’une autre institution que le premier avis',
  voicesRequired: 'les institutions que la configuration demande, parmi les deux avis',
  otherMerges: 'une autre personne que celle qui a proposé la fusion',
  leftToReferent: 'pour la cellule : que personne n’accompagne la personne',
  soughtByReferent: 'après une alerte : qui accompagne la personne',
  unaccompanied:
    'que personne n’accompagne déjà la personne ; pas tant qu’un accueil est en cours ou recherché, sauf si l’accès de qui l’accompagnait a pris fin',
  otherCloses: 'une demande de clôture, d’une autre personne',
  ageKept: 'qui peut changer l’âge connu, s’il change',
  ownSheet: 'pour la fiche de la cellule : une autre organisation qu’elle',
  approved: 'une association agréée ce jour-là',
  fittingPlace: 'une place qui convient, ou pourquoi une autre',
  somethingNew: 'une réponse nouvelle, que son auteur peut lire',
  handedAfterOffer: 'un jour qui ne précède pas l’information sur le délai de réflexion',
  permitOver: 'que le titre ne coure plus ce jour-là',
  inOrder: 'un jour qui ne précède pas celui dont il découle',
  saidByOthers: 'que rien n’efface ce qu’une autre organisation a dit',
  addressByReferent: 'une adresse écrite par qui accompagne la personne',
  protectionKept: 'une naissance qui ne met pas fin sous peu à la protection, sinon la justice l’écrit',
  returnDecided: 'un retour en famille décidé par le juge, écrit par qui connaît cette décision',
  decidedInMeeting: 'ce qu’une réunion ouverte a voté',
  notAsked: 'qu’aucune demande au même destinataire n’attende sa réponse',
  placeHeld: 'une place tenue, que son auteur peut toucher',
  placeToChange: 'une place de la structure qui l’écrit',
  noneHeld: 'qu’aucune autre place ne soit tenue',
  noneTaken: 'qu’aucune place ne soit tenue ou occupée',
  noOtherStay: 'qu’aucune place d’un autre dispositif ne soit tenue ou occupée',
  ownHeld: 'que la place tenue soit à qui l’écrit',
  ownPlaces: 'que les places libérées soient à qui l’écrit'
}

/** What an act requires beyond its state and its guards, in words. */
export const required = (type: CommandType): string[] =>
  requirementsOf(type).flatMap((id) => (words[id] === null ? [] : [`exige : ${words[id]}`]))
