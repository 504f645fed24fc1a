import { choice, date, optional } from '../../vocabulary/fields.ts'
import type { Bilingual, DataClass } from '../../vocabulary/vocabulary.ts'

/** Who gave what an appeal is against. */
export type ContestedStage = 'decision' | 'judgment' | 'ruling'

// What is asked of an appeal, so that the time of that decision alone stops. Nobody has to know.

const stages: Record<ContestedStage, Bilingual> = {
  decision: { fr: 'la décision de l’administration', en: 'the administration’s decision' },
  judgment: { fr: 'le jugement du tribunal', en: 'the judgment of the court' },
  ruling: { fr: 'l’arrêt de la cour administrative d’appel', en: 'the ruling of the court of appeal' }
}

/** `ruled`: a court of appeal may have ruled on it as well, and is told apart from the first. */
export const contestedFields = (dataClass: DataClass, { ruled = true } = {}) => {
  const { ruling, ...first } = stages
  return {
    against: optional(
      choice(ruled ? { ...first, ruling } : first, {
        label: { fr: 'Recours contre', en: 'Appeal against' },
        hint: {
          fr: 'À dire si plusieurs délais courent : seul celui de cette décision s’arrête. Sans réponse, un délai s’arrête s’il est le seul ouvert ce jour-là ; sinon, tous continuent.',
          en: 'To be said where several times run: that of this decision alone stops. Without an answer a time stops where it is the only one open on that day; otherwise all go on.'
        },
        dataClass
      })
    ),
    noticeOn: optional(
      date({
        label: { fr: 'Décision ou jugement contesté : notifié le', en: 'What is contested: notified on' },
        hint: {
          fr: 'À défaut, le jour depuis lequel le dossier compte ce délai.',
          en: 'Failing that, the day from which the case counts this time.'
        },
        dataClass
      })
    )
  }
}
