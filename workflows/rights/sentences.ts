import type { Bilingual, ConsentScope } from '../vocabulary/vocabulary.ts'

/** What a person is told of their rights, sentence by sentence, in this order: R425-1, CPP 10-2, GDPR 13. */
export const told = [
  'choice',
  'change',
  'secret',
  'interpreter',
  'help',
  'shelter',
  'care',
  'complaint',
  'lawyer',
  'compensation',
  'danger',
  'child',
  'foreign',
  'reflection',
  'receipt',
  'stopping',
  'permit',
  'asylum',
  'return',
  'data'
] as const

/** What stands around the answers. */
export const asked = ['title', 'agrees', 'wishes', 'yes', 'no', 'later'] as const

type SentenceId = (typeof told)[number] | (typeof asked)[number]

/** A sentence that waits for its translation is null: the page says so, and an interpreter says it. */
export type Sentences = Record<SentenceId, string | null> & {
  consents: Record<ConsentScope, string | null>
}

export const statuses = {
  whole: { fr: 'texte complet, pas encore validé', en: 'whole text, not validated yet' },
  plain: {
    fr: 'français simple, non relu par des personnes concernées',
    en: 'plain French, not read over by persons concerned'
  },
  provisional: {
    fr: 'traduction provisoire, à relire par un traducteur assermenté',
    en: 'provisional translation, to be read over by a sworn translator'
  }
} as const satisfies Record<string, Bilingual>

/** A text said aloud, or signed, by somebody who answers for it. Its words stand beside it wherever it plays. */
export type Recording = {
  kind: 'audio' | 'video'
  /** One of the files of this site: nothing of who listens leaves it. */
  src: `/enregistrements/${string}`
  by: Bilingual
}

/** One text, in one language, from one day on. One that was shown is never changed: a new one is put beside it. */
export type RightsText = {
  /** Of the language that was spoken, as an exchange records it. */
  language: string
  /** As a browser names it. */
  tag: string
  /** In its own words. */
  name: string
  direction: 'ltr' | 'rtl'
  status: keyof typeof statuses
  translator: Bilingual
  from: string
  /** By which it is read again on any telephone: the same for everybody, so that it leads to nobody. */
  code: string
  sentences: Sentences
  recording?: Recording
}

export const authors: Bilingual = {
  fr: 'les auteurs de ce logiciel, sans serment',
  en: 'the authors of this software, not sworn'
}
