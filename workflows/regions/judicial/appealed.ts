import { closed, date, optional } from '../../vocabulary/fields.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'
import { appealed, appealedByParty } from './words.ts'

// What is asked of an appeal against a judgment: of several that stand open, which one is known by the day of its pronouncement.

const lodged = { label: { fr: 'Formé le', en: 'Lodged on' }, dataClass: 'F' } as const

/** Each judgment has its own time (CPP 498, 380-9, 568). Nobody has to know. */
const judgedOf = (label: Bilingual, hint: Bilingual) => optional(date({ label, hint, dataClass: 'F' }))

/** By the civil party: the time against that decision alone stops. */
export const contestedJudged = judgedOf(
  {
    fr: 'Décision contestée : prononcée le (ordonnance : notifiée le)',
    en: 'What is contested: pronounced on (an order: notified on)'
  },
  {
    fr: 'Si plusieurs délais courent et que ce jour n’est pas dit, tous continuent. À défaut, le jour depuis lequel le dossier compte ce délai.',
    en: 'Where several times run and this day is not said, all go on. Failing that, the day from which the case counts this time.'
  }
)

export const appealOfParty = closed({
  on: date(lodged),
  against: appealedByParty,
  noticeOn: contestedJudged
})

export const appealOfOthers = closed({
  on: date({
    ...lodged,
    hint: {
      fr: 'Formé pendant les dix jours, il en ajoute cinq à ceux de la partie civile (CPP 500, 380-10) : enregistrez d’abord le jugement. Contre une condamnation, le procureur général a vingt jours, et les autres parties cinq après son appel (CPP 505). En Nouvelle-Calédonie, en Polynésie et à Wallis-et-Futuna, qui réside hors de l’île du tribunal en a quinze au lieu de cinq (CPP 846), non comptés ici. Contre un prévenu jugé par défaut, quinze jours en tout depuis le prononcé peuvent lui être opposés (arrêt lu dans un résumé) : ne comptez pas sur un appel plus tardif.',
      en: 'Lodged within the ten days, it adds five to those of the civil party (CPP 500, 380-10): record the judgment first. Against a conviction the chief prosecutor has twenty days, and the other parties five after that appeal (CPP 505). In New Caledonia, Polynesia and Wallis and Futuna, whoever lives off the island of the court has fifteen instead of five (CPP 846), not counted here. Where an accused was judged by default, fifteen days in all from the pronouncement may be held against the party (a ruling read in a summary): do not rely on a later appeal.'
    }
  }),
  against: appealed,
  noticeOn: judgedOf(
    { fr: 'Jugement prononcé le', en: 'Judgment pronounced on' },
    {
      fr: 'À dire si plusieurs jugements sont enregistrés : sans réponse, les cinq jours sont comptés pour chacun de ceux dont le délai court.',
      en: 'To be said where several judgments are recorded: unsaid, the five days are counted for each of those whose time runs.'
    }
  )
})

/** A judgment that was served: of several that were not, which one (CPP 498). */
export const servedOf = judgedOf(
  { fr: 'Jugement prononcé le', en: 'Judgment pronounced on' },
  {
    fr: 'À dire si plusieurs jugements sont enregistrés sans signification : sans réponse, elle est comptée pour chacun, à vérifier.',
    en: 'To be said where several judgments are recorded and not served: unsaid, it is counted for each of them, to be checked.'
  }
)
