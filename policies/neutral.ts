import type { Bilingual } from '../workflows/vocabulary/vocabulary.ts'

/** What is answered where the reason is not the asker's to know. It tells nothing, and is the same for all. */
export const neutral: Bilingual = {
  fr: 'Les conditions de cet acte ne sont pas réunies à ce jour.',
  en: 'The conditions of this act are not met today.'
}
