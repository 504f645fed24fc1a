import type { Bilingual } from '../vocabulary/vocabulary.ts'

/** The answer by which a decision is on another accused: it ends nothing of what was decided of the first. */
export const ofAnother = { field: 'accused', is: 'another' } as const

export const anotherAccused = {
  fr: 'une autre personne poursuivie',
  en: 'another accused'
} as const satisfies Bilingual

/** Whom a final decision is on, as its act says it. */
export type OnAccused = { accused?: 'same' | 'another' }

export const isOfAnother = ({ accused }: { accused?: unknown }): boolean => accused === ofAnother.is
