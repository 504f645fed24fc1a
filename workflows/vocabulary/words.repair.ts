import type { Bilingual } from './vocabulary.ts'

/** Why an act is taken back: what it says was never so of this person. */
export const undoReasons = {
  wrong_person: { fr: 'saisi sur la mauvaise personne', en: 'entered on the wrong person' },
  entered_twice: { fr: 'saisi deux fois', en: 'entered twice' },
  wrong_entry: { fr: 'erreur de saisie', en: 'entered wrongly' }
} as const satisfies Record<string, Bilingual>

export type UndoReason = keyof typeof undoReasons

/** What becomes of an act of which those who entered it ask that it be taken back. Why it is not is told to nobody. */
export const undoRequestStates = {
  asked: { fr: 'transmise à qui suit tout le dossier', en: 'passed on to whoever follows the whole case' },
  undone: { fr: 'acceptée', en: 'accepted' },
  declined: { fr: 'non retenue', en: 'not granted' },
  withdrawn: { fr: 'retirée par qui la demandait', en: 'taken back by whoever asked' },
  /** Nobody concludes any more. */
  lapsed: {
    fr: 'sans suite, le dossier étant archivé ou réuni à un autre',
    en: 'lapsed, the case being archived or merged into another'
  }
} as const satisfies Record<string, Bilingual>

export type UndoRequestState = keyof typeof undoRequestStates
