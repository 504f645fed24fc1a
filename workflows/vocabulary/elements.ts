import type { DimensionId } from './indicators.ts'
import type { Bilingual } from './vocabulary.ts'

/** What trafficking is made of (penal code 225-4-1, Convention 197 art. 4), as those who weigh the grounds read it. */
export const elements = {
  act: { fr: 'Acte : recruter, transporter, héberger', en: 'Act: recruiting, transporting, harbouring' },
  means: {
    fr: 'Moyen : contrainte, tromperie, vulnérabilité exploitée',
    en: 'Means: coercion, deception, abused vulnerability'
  },
  purpose: { fr: 'But : l’exploitation', en: 'Purpose: exploitation' }
} as const satisfies Record<string, Bilingual>

export type ElementId = keyof typeof elements

/** Which element the signs of a dimension speak of first. How somebody was brought, by lies or by force, speaks of means as well. */
export const elementOf: Record<DimensionId, ElementId> = {
  D1: 'act',
  D2: 'act',
  D3: 'means',
  D4: 'purpose',
  D5: 'means',
  D6: 'means'
}
