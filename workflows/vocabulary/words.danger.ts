import type { FieldNotes } from './fields.ts'
import type { Bilingual } from './vocabulary.ts'

/** What everybody is told of an act that they may not follow, and that finds her in danger or out of it. */
export const inDanger: Bilingual = { fr: 'Danger immédiat', en: 'Immediate danger' }
export const outOfDanger: Bilingual = { fr: 'Danger passé', en: 'Danger over' }

/** A danger that hangs on the place, and ends by leaving it: as a list and a badge name it. */
export const localDangerWord: Bilingual = {
  fr: 'danger là où la personne se trouve',
  en: 'danger where the person is'
}

/** The same fact as it is asked, answered and told: its screen, both forms and the story read these words and no others. */
export const localDanger = {
  label: {
    fr: 'La personne est-elle en danger là où elle se trouve ?',
    en: 'Is the person in danger where they are?'
  },
  answers: {
    true: {
      fr: 'La personne est en danger là où elle se trouve : elle doit s’éloigner',
      en: 'They are in danger where they are: they must get away'
    },
    false: { fr: 'La personne est en sécurité là où elle se trouve', en: 'They are safe where they are' }
  },
  dataClass: 'D'
} as const satisfies FieldNotes
