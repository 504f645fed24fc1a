import type { Bilingual } from '../vocabulary/vocabulary.ts'

/** Why a running case stands on an agenda again: a word from a list, for nobody types of a person here. */
export const followupSubjects = {
  renewal: { fr: 'titre ou récépissé à renouveler', en: 'permit or receipt to be renewed' },
  deadline: { fr: 'échéance proche ou passée', en: 'deadline near or gone by' },
  refusal: {
    fr: 'refus de répondre, ou silence d’un partenaire',
    en: 'refusal to answer, or a partner’s silence'
  },
  shelter: { fr: 'mise à l’abri à retrouver', en: 'shelter to be found again' },
  other: { fr: 'autre point de suivi', en: 'another point to follow' }
} as const satisfies Record<string, Bilingual>

/** What the meeting leaves to do. It changes nothing of the case: each act of a case keeps its own gate. */
export const followupOutcomes = {
  reminded: { fr: 'le secrétariat relance', en: 'the secretariat reminds' },
  member_acts: { fr: 'une institution membre s’en charge', en: 'a member institution takes it on' },
  next_meeting: { fr: 'à revoir à la prochaine réunion', en: 'to be looked at again at the next meeting' },
  settled: { fr: 'plus rien à suivre', en: 'nothing left to follow' }
} as const satisfies Record<string, Bilingual>

/** What was not looked at when the meeting closed, and whether anything of it is left to the next. */
export const notReached = {
  not_reached: { fr: 'reporté', en: 'put off' },
  settled_elsewhere: {
    fr: 'réglé hors séance : clos, ou suivi ailleurs',
    en: 'settled outside the meeting: closed, or followed elsewhere'
  }
} as const satisfies Record<string, Bilingual>

export type FollowupSubject = keyof typeof followupSubjects
export const followupEnds = { ...followupOutcomes, ...notReached }
export type FollowupEnd = keyof typeof followupEnds
