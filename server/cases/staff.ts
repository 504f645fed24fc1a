import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

/**
 * That an organisation stands and somebody acts for it today; `org` says which. PostgreSQL alone says what that means, since it tells the
 * cell when it is over. Of an organisation it is told that it has nobody, and never whom or how many.
 */
export const isStaffed = (org: string) => `acts_today(${org})`

/** Beside one who is asked: an answer may come by other means, so that nothing is refused. */
export const nobodyReads: Bilingual = {
  fr: 'personne n’y a d’accès aujourd’hui : appelez, ou envoyez par lien',
  en: 'nobody has access there today: call, or send by link'
}
