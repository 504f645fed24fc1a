import type { CivilDate } from '../calendar/civil-date.ts'
import type { LegalCode } from '../law/register.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { justiceDoubts } from './doubts.justice.ts'
import { partiesDoubts } from './doubts.parties.ts'
import { removalDoubts } from './doubts.removal.ts'
import type { Duration } from './row.ts'

// A clock keeps one safe day, by which it warns and by which lists are sorted. Where a text, or what nobody knows, may give the
// person more, the end in law is counted beside it: a right is over at that end, and never on the safe day.

/**
 * What a doubt gives beside the safe day: nothing, where it asks to check what others give; no end at all; the whole of the day whose hour nobody wrote down; the next working day
 * where hours end on none; so much more, or to the eve of that; the same length from another day, or from so long after it; or an end no earlier than so
 * long after that day, of clear days moved to a working day where it says so. `safeWithin` gives nothing: the safe day is no later than so long after it, than the whole time counted from it, or than it, and the end in law stays.
 */
export type Given =
  | 'nothing'
  | 'no end'
  | 'the day of the notice'
  | 'the next working day'
  /** `moved`: to a working day, whatever the row says of its own end. */
  | { more: Duration; toTheEve?: true; moved?: true }
  | { anewAfter: Duration }
  /** `asIs`: no text moves it to a working day, whatever the row says of its own end. `since`: from so long after that day. */
  | { untilAfter: Duration; clear?: true; asIs?: true; since?: Duration }
  | { safeWithin: Duration | 'the whole time' | 'that day' }

export type Doubt = {
  says: Bilingual
  basis: LegalCode
  gives: Given
  /** Nothing counted from a day before its text was in force. */
  onceInForce?: true
}

const noDays: Duration = { n: 0, unit: 'days' }

/** Why an end in law may come later than the safe day, each with its article. */
export const doubts = {
  unstated: {
    says: {
      fr: 'Voies et délais de recours non mentionnés : aucun délai n’est opposable (en principe, pas plus d’un an après que la personne a eu connaissance de la décision : CE, 13 juillet 2016, n° 387763, lu par des commentaires)',
      en: 'Ways and times of appeal not stated: no time limit holds against the person (in principle no more than a year after they knew of the decision: CE, 13 July 2016, no. 387763, read in commentary)'
    },
    basis: 'CJA.R421-5',
    gives: 'no end'
  },
  maybeUnstated: {
    says: {
      fr: 'À vérifier : si la notification ne mentionne pas les voies et délais de recours, aucun délai n’est opposable',
      en: 'To be checked: if the notice does not state the ways and times of appeal, no time limit holds'
    },
    basis: 'CJA.R421-5',
    gives: 'no end'
  },
  unacknowledged: {
    says: {
      fr: 'Pas d’accusé de réception de la demande, ou sans les mentions exigées : les délais de recours ne sont pas opposables',
      en: 'The application was not acknowledged, or without what must be stated: times of appeal do not hold'
    },
    basis: 'CRPA.L112-6',
    gives: 'no end'
  },
  maybeUnacknowledged: {
    says: {
      fr: 'À vérifier : sans accusé de réception portant les mentions exigées, les délais de recours ne sont pas opposables',
      en: 'To be checked: without an acknowledgment that states what it must, times of appeal do not hold'
    },
    basis: 'CRPA.L112-6',
    gives: 'no end'
  },
  reasonsAsked: {
    says: {
      fr: 'Motifs du refus implicite demandés dans le délai : il est prorogé jusqu’à deux mois après leur communication, et jamais plus d’un an après cette demande (CE, avis, 2 octobre 2025, n° 504677, lu dans son analyse)',
      en: 'Reasons of the implied refusal asked for in time: extended until two months after they are given, and never more than a year after they were asked for (CE, opinion, 2 October 2025, no. 504677, read in its analysis)'
    },
    basis: 'CRPA.L232-4',
    gives: 'no end'
  },
  reasonsGiven: {
    says: {
      fr: 'Motifs communiqués : s’ils ont été demandés dans le délai, il court deux mois de leur communication',
      en: 'Reasons given: where they were asked for in time, it runs two months from the day they are given'
    },
    basis: 'CRPA.L232-4',
    gives: { anewAfter: noDays }
  },
  gracious: {
    says: {
      fr: 'Recours gracieux formé dans le délai : il l’interrompt, et le délai court à nouveau du rejet. Deux mois de silence valent rejet (CRPA L411-7), et il reste alors deux mois pour saisir le tribunal (CJA R421-2) : comptez-les de ce jour ; ils ne sont pas opposables si l’accusé de réception manque ou ne dit pas ce qu’il doit (CRPA L112-6, L411-3)',
      en: 'Application for reconsideration made in time: it interrupts the time, which runs anew from its rejection. Two months of silence reject it (CRPA L411-7), and two months are then left to go to the court (CJA R421-2): count them from that day; they do not hold where the acknowledgment is missing or does not state what it must (CRPA L112-6, L411-3)'
    },
    basis: 'CRPA.L411-2',
    gives: 'no end'
  },
  hierarchical: {
    says: {
      fr: 'Recours hiérarchique formé dans le délai : il l’interrompt, et le délai court à nouveau du rejet. Deux mois de silence valent rejet (CRPA L411-7), et il reste alors deux mois pour saisir le tribunal (CJA R421-2) : comptez-les de ce jour ; ils ne sont pas opposables si l’accusé de réception manque ou ne dit pas ce qu’il doit (CRPA L112-6, L411-3)',
      en: 'Appeal to the superior made in time: it interrupts the time, which runs anew from its rejection. Two months of silence reject it (CRPA L411-7), and two months are then left to go to the court (CJA R421-2): count them from that day; they do not hold where the acknowledgment is missing or does not state what it must (CRPA L112-6, L411-3)'
    },
    basis: 'CRPA.L411-2',
    gives: 'no end'
  },
  priorAppeal: {
    says: {
      fr: 'Recours préalable ou gracieux formé dans le délai : il l’interrompt (CRPA L411-2), et peut être exigé avant le juge (CASF L134-2, non lu) ; le délai court à nouveau du rejet',
      en: 'Prior appeal or reconsideration asked for in time: it interrupts the time (CRPA L411-2), and may be required before the court (CASF L134-2, not read); time runs anew from its rejection'
    },
    basis: 'CRPA.L411-2',
    gives: 'no end'
  },
  recourseRejected: {
    says: {
      fr: 'Recours gracieux ou hiérarchique rejeté : s’il a été formé dans le délai, le délai court à nouveau de ce jour',
      en: 'Reconsideration or appeal to the superior rejected: where it was made in time, time runs anew from that day'
    },
    basis: 'CRPA.L411-2',
    gives: { anewAfter: noDays }
  },
  distance: {
    says: {
      fr: 'La personne demeure outre-mer, hors du ressort du tribunal, ou le tribunal est en métropole : un mois de plus',
      en: 'The person lives overseas while the court is elsewhere, or away from an overseas court: one month more'
    },
    basis: 'CJA.R421-7',
    gives: { more: { n: 1, unit: 'months' } }
  },
  abroad: {
    says: {
      fr: 'La personne demeure à l’étranger : deux mois de plus',
      en: 'The person lives abroad: two months more'
    },
    basis: 'CJA.R421-7',
    gives: { more: { n: 2, unit: 'months' } }
  },
  hourUnknown: {
    says: {
      fr: 'Heure de la notification inconnue : la date sûre compte dès le début de ce jour, la fin en droit dès sa fin',
      en: 'Hour of the notice unknown: the safe end counts from the start of that day, the end in law from its end'
    },
    basis: 'CESEDA.L921-2',
    gives: 'the day of the notice'
  },
  yearOfLaw: {
    says: {
      fr: 'La loi dit l’année qui suit les dix-huit ans (L435-3), et le décret deux mois pour qui n’est pas dans sa liste (R431-5, 3°) : demandez dans les deux mois',
      en: 'The law says the year after eighteen (L435-3), and the decree two months for whoever is not in its list (R431-5, 3°): ask within the two months'
    },
    basis: 'CESEDA.L435-3',
    gives: { more: { n: 10, unit: 'months' }, toTheEve: true }
  },
  frankSevenDays: {
    says: {
      fr: 'Sept jours francs, juge une cour d’appel : un jour de plus, sans report au jour ouvrable puisqu’aucune prorogation n’est admise',
      en: 'Seven clear days, a court of appeal holds: one day more, not moved to a working day since no extension is allowed'
    },
    basis: 'CAA.24TL02643',
    gives: { more: { n: 1, unit: 'days' } }
  },
  aidAsked: {
    says: {
      fr: 'Aide juridictionnelle demandée dans le délai : un nouveau délai de même durée courra de la décision ou de la désignation',
      en: 'Legal aid asked for in time: a new time of the same length will run from the decision or the designation'
    },
    basis: 'D2020-1717.43',
    gives: 'no end'
  },
  aidDecided: {
    says: {
      fr: 'Décision d’aide juridictionnelle : le nouveau délai court du jour où elle ne peut plus être contestée, quinze jours après ; contestée, du jour où la réponse est notifiée : enregistrez cette réponse aussi',
      en: 'Legal aid decided: the new time runs from the day when the decision can no longer be disputed, fifteen days later; disputed, from the notice of the answer: record that answer as well'
    },
    basis: 'D2020-1717.43',
    gives: { anewAfter: { n: 15, unit: 'days' } }
  },
  aidAnswered: {
    says: {
      fr: 'Décision d’aide juridictionnelle reçue, devant la cour d’appel ou le Conseil d’État : le nouveau délai court de sa réception, sans les quinze jours de l’article 43 (art. 44, non lu ; CE, 1er juillet 2020, n° 426203, sur le décret précédent, lu dans son analyse)',
      en: 'Decision on legal aid received, before the court of appeal or the Conseil d’État: the new time runs from its receipt, without the fifteen days of article 43 (art. 44, not read; CE, 1 July 2020, no. 426203, on the decree before it, read in its analysis)'
    },
    basis: 'D2020-1717.44',
    gives: { anewAfter: noDays }
  },
  lawyerNamed: {
    says: {
      fr: 'Désignation de l’avocat, si elle est plus tardive : le nouveau délai court de ce jour',
      en: 'The lawyer’s designation, where later: the new time runs from that day'
    },
    basis: 'D2020-1717.43',
    gives: { anewAfter: noDays }
  },
  maybeServed: {
    says: {
      fr: 'Présence inconnue : pour qui n’était ni présent, ni représenté, ni informé du jour du prononcé, le délai court de la signification (CPP 498 et 380-9)',
      en: 'Presence unknown: for whoever was neither present nor represented, nor told the day, time runs from service (CPP 498 and 380-9)'
    },
    basis: 'CPP.498',
    gives: { anewAfter: noDays }
  },
  maybeNotServed: {
    says: {
      fr: 'Présence inconnue et jugement non signifié : pour qui n’était ni présent, ni représenté, ni informé du jour du prononcé, le délai n’a pas commencé (CPP 498 et 380-9)',
      en: 'Presence unknown, judgment not served: for whoever was neither present nor represented, nor told the day, time has not begun (CPP 498 and 380-9)'
    },
    basis: 'CPP.498',
    gives: 'no end'
  },
  maybeReceivedLater: {
    says: {
      fr: 'Réception par la CRIP non datée : au plus tôt le jour de l’envoi (date sûre), au plus tard celui de la prise en charge (fin en droit)',
      en: 'Receipt by the reporting cell not dated: at the earliest the day of sending (safe date), at the latest the day it took charge (end in law)'
    },
    basis: 'CASF.D226-2-4',
    gives: { anewAfter: noDays }
  },
  ...removalDoubts,
  ...justiceDoubts,
  ...partiesDoubts
} as const satisfies Record<string, Doubt>

export type DoubtId = keyof typeof doubts

/**
 * One that a clock has; `from`: the day that it counts from, of those that count from another day. Of what is asked for, its day; written
 * down again with others, the first of them, and in `to` the last.
 */
export type Doubted = { id: DoubtId; from?: CivilDate; to?: CivilDate }

/**
 * What a clock knows beyond its start: the hour written on the document, and what may give more than the safe day. `notice`: the day of
 * the notice, where the clock counts from another, since an appeal says which decision it is against by that day.
 */
export type InLaw = { hour: string | null; doubts: readonly Doubted[]; notice?: CivilDate }

/** What one gives. */
export const givenBy = ({ id }: Doubted): Given => doubts[id].gives
