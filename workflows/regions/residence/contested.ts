import type { ContestedStage } from '../../deadlines/filing.ts'
import { choice, date, optional } from '../../vocabulary/fields.ts'
import type { Bilingual, DataClass } from '../../vocabulary/vocabulary.ts'

// What is asked of an appeal, so that the time of that decision alone stops. Nobody has to know.

const stages = {
  decision: { fr: 'la décision de l’administration', en: 'the administration’s decision' },
  judgment: { fr: 'le jugement du tribunal', en: 'the judgment of the court' },
  ruling: { fr: 'l’arrêt de la cour administrative d’appel', en: 'the ruling of the court of appeal' }
} as const satisfies Partial<Record<ContestedStage, Bilingual>>

/** Where each time is there once, who gave what is contested says all: each by its stage ({@link ContestedStage}). */
export const contestedAmong = <C extends Record<string, Bilingual>>(among: C, dataClass: DataClass) =>
  optional(
    choice(among, {
      label: { fr: 'Recours contre', en: 'Appeal against' },
      hint: {
        fr: 'À dire si plusieurs délais courent : seul celui de cette décision s’arrête. Sans réponse, un délai s’arrête s’il est le seul ouvert ce jour-là ; sinon, tous continuent.',
        en: 'To be said where several times run: that of this decision alone stops. Without an answer a time stops where it is the only one open on that day; otherwise all go on.'
      },
      dataClass
    })
  )

/** Of decisions that one body alone gives: the notice says which. */
export const contestedNotice = (dataClass: DataClass) =>
  optional(
    date({
      label: { fr: 'Décision ou jugement contesté : notifié le', en: 'What is contested: notified on' },
      hint: {
        fr: 'À défaut, le jour depuis lequel le dossier compte ce délai. Si plusieurs délais courent et que ce jour n’est pas dit, tous continuent.',
        en: 'Failing that, the day from which the case counts this time. Where several times run and this day is not said, all go on.'
      },
      dataClass
    })
  )

/** `ruled`: a court of appeal may have ruled on it as well, and is told apart from the first. */
export const contestedFields = (dataClass: DataClass, { ruled = true } = {}) => {
  const { ruling, ...first } = stages
  return {
    against: contestedAmong(ruled ? { ...first, ruling } : first, dataClass),
    noticeOn: contestedNotice(dataClass)
  }
}
