import type { Bilingual } from './vocabulary.ts'

/** Why an act is taken back: what it says was never so of this person. */
export const undoReasons = {
  wrong_person: { fr: 'saisi sur la mauvaise personne', en: 'entered on the wrong person' },
  entered_twice: { fr: 'saisi deux fois', en: 'entered twice' },
  wrong_entry: { fr: 'erreur de saisie', en: 'entered wrongly' }
} as const satisfies Record<string, Bilingual>

export type UndoReason = keyof typeof undoReasons
