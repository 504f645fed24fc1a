import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

/** Why an act of a meeting is refused, in the words of who conducts it or sits in it. */
export const refusals = {
  settled: { fr: 'Ce point a déjà reçu sa suite.', en: 'This item is already settled.' },
  voted: {
    fr: 'Ce vote est déjà donné et ne change plus.',
    en: 'This vote is already given and does not change.'
  },
  absent: {
    fr: 'Présence non notée : le secrétariat la note d’abord.',
    en: 'Attendance not recorded: the secretariat records it first.'
  },
  seatEnded: {
    fr: 'Ce siège a pris fin depuis la convocation, ou son institution n’est plus accréditée : il ne compte plus dans cette réunion.',
    en: 'This seat has ended since the convocation, or its institution is accredited no more: it no longer counts in this meeting.'
  },
  hasVoted: {
    fr: 'Ce membre a voté sur un point encore ouvert : sa présence tient jusqu’à la suite de ce point.',
    en: 'This member has voted on an item still open: attendance stands until that item is settled.'
  },
  emptyAgenda: { fr: 'L’ordre du jour est vide.', en: 'The agenda is empty.' },
  noMembers: {
    fr: 'Aucun membre n’est rattaché à cette cellule.',
    en: 'No member belongs to this cell.'
  },
  notWaiting: {
    fr: 'Ce dossier n’attend pas de décision de cette cellule.',
    en: 'This case does not wait for a decision of this cell.'
  },
  courtOfCase: {
    fr: 'Ce dossier suit le ressort dit dans le dossier : dites-le là, et non à l’ordre du jour.',
    en: 'This case follows the district that is said in the case: say it there, and not on the agenda.'
  },
  otherCourt: {
    fr: 'Aucun protocole de ce tribunal ne règle ici comment un point est décidé.',
    en: 'No protocol of this court sets here how an item is decided.'
  },
  notRunning: {
    fr: 'Ce dossier n’est pas un dossier en cours de cette cellule.',
    en: 'This is no running case of this cell.'
  },
  followedUp: {
    fr: 'Ce dossier est déjà inscrit au suivi d’une réunion à venir.',
    en: 'This case already stands for follow-up at a meeting to come.'
  },
  noted: {
    fr: 'La suite de ce dossier est déjà notée.',
    en: 'What follows for this case is already recorded.'
  },
  withdrew: {
    fr: 'Votre retrait de ce dossier est déjà noté, ou celui de votre institution.',
    en: 'Your withdrawal from this case is noted already, or that of your institution.'
  },
  colleagueVoted: {
    fr: 'Une personne de votre institution a déjà voté sur ce dossier, et ce vote tient. Vous pouvez vous retirer à titre personnel. Pour retirer l’institution, demandez au secrétariat d’ajourner ce point : le retrait se dit avant le prochain vote.',
    en: 'Somebody of your institution has voted on this case, and that vote stands. You may withdraw yourself. To withdraw the institution, ask the secretariat to adjourn this item: the withdrawal is said before the next vote.'
  },
  standInVoted: {
    fr: 'La personne suppléante a déjà voté sur ce dossier à votre place : votre retrait vaut pour cette réunion.',
    en: 'Your alternate has voted on this case in your stead: your withdrawal holds for this meeting.'
  },
  notWithdrawn: {
    fr: 'Aucun retrait de ce dossier n’est à reprendre sous votre compte.',
    en: 'There is no withdrawal from this case to be taken back under your account.'
  },
  ownReturn: {
    fr: 'Vous avez demandé ce retour : une autre personne du secrétariat le confirme, ou une autre personne de l’institution le demande.',
    en: 'You asked for this return: another person of the secretariat confirms it, or another of the institution asks for it.'
  },
  nobodyBack: {
    fr: 'Ce retour n’est plus demandé tel que vous l’avez lu, ou la personne qui le demande ne siège plus : relisez ce point.',
    en: 'This return is asked for no more as you read it, or whoever asks sits no more: read this item again.'
  },
  onAgenda: {
    fr: 'Ce dossier est déjà à l’ordre du jour d’une réunion à venir.',
    en: 'This case is already on the agenda of a meeting to come.'
  }
} as const satisfies Record<string, Bilingual>
