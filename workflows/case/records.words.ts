import type { Bilingual } from '../vocabulary/vocabulary.ts'

/** What a form said that a record does not wait for. */
export const formWords: Record<string, Bilingual> = {
  not_heard: {
    fr: 'sans observations recueillies avant (CRPA L121-1)',
    en: 'the person was not heard before (CRPA L121-1)'
  },
  unsaid: { fr: 'durée de résidence non dite (L432-13)', en: 'length of residence not said (L432-13)' },
  board_unheard: {
    fr: 'sans consultation de la commission du titre de séjour (L432-13)',
    en: 'the residence-permit board was not consulted (L432-13)'
  },
  removal_barred: {
    fr: 'obligation de quitter le territoire pendant le délai de réflexion (R425-2)',
    en: 'obligation to leave during the reflection period (R425-2)'
  },
  too_short: {
    fr: 'document plus court que le texte ne le prévoit',
    en: 'document shorter than the text says'
  },
  too_long: { fr: 'document plus long que le texte ne le prévoit', en: 'document longer than the text says' },
  far: {
    fr: 'récépissé valable plus d’un an : date à relire',
    en: 'receipt valid for more than a year: date to be read again'
  },
  before_start: {
    fr: 'titre dont la fin écrite précède le premier jour',
    en: 'permit whose written end comes before its first day'
  },
  beyond_month: {
    fr: 'dernier jour indiqué plus d’un mois après la notification (L532-1) : il n’est pas compté',
    en: 'stated last day more than a month after the notice (L532-1): it is not counted'
  },
  before_notice: {
    fr: 'dernier jour indiqué avant la notification : il n’est pas compté',
    en: 'stated last day before the notice: it is not counted'
  },
  unbounded: {
    fr: 'dernier jour indiqué plus d’un mois après la décision, sans le jour de la notification (L532-1) : à vérifier',
    en: 'stated last day more than a month after the decision, without the day of the notice (L532-1): to be checked'
  },
  too_early: { fr: 'dates dans un ordre inhabituel', en: 'dates in an unusual order' },
  before_earlier: { fr: 'daté avant l’acte qu’il suit', en: 'dated before what it follows' },
  before_offer: {
    fr: 'récépissé remis avant le signalement, ou avant l’information',
    en: 'receipt handed over before the flag, or before the information'
  },
  withdrawn: {
    fr: 'motif que la version du dossier ne propose plus',
    en: 'a reason that the version of the case no longer offers'
  },
  not_approved: {
    fr: 'association sans agrément connu ce jour-là (CASF R121-12-3)',
    en: 'association without a known approval on that day (CASF R121-12-3)'
  },
  other_place: {
    fr: 'JIRS d’un autre ressort que le lieu des faits',
    en: 'JIRS of another place than that of the acts'
  },
  before_final: {
    fr: 'avoirs dits confisqués ou versés avant une condamnation définitive',
    en: 'assets said to be confiscated or paid before a final conviction'
  },
  long_ago: { fr: 'date ancienne, à vérifier', en: 'date of long ago, to be checked' },
  already_asked: { fr: 'destinataire déjà saisi', en: 'recipient already asked' },
  taken_over: {
    fr: 'repris par l’association d’un dossier tenu ailleurs, document en main',
    en: 'taken over by the association from a file kept elsewhere, the document in hand'
  },
  from_file: {
    fr: 'dossier que l’association suivait avant de l’écrire ici',
    en: 'a file that the association followed before it wrote it here'
  }
}
