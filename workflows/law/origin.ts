import type { CivilDate } from '../calendar.ts'
import type { Bilingual } from '../vocabulary.ts'

/**
 * `statute` covers laws and decrees; `soft` covers practice, instructions and texts that bind the State but no actor
 * here; `design` is what the MNIO leaves open and this project decided.
 */
export type LegalStatus = 'statute' | 'soft' | 'design'

export type LegalBasis = {
  label: Bilingual
  status: LegalStatus
  /** Null when the day was not read: most code extracts do not give it. */
  inForceFrom: CivilDate | null
  /** The date of the text that was read; a later amendment is unknown to this table. */
  textAsOf: CivilDate | null
  /** False when the article's own words were not read in their current version. */
  verified: boolean
  source: string
}

type Origin = Omit<LegalBasis, 'label' | 'inForceFrom'>

/** A writer of rows that share a status, a source and the day of the text that was read. */
export const from =
  (origin: Origin) =>
  (fr: string, en: string, inForceFrom: CivilDate | null = null): LegalBasis => ({
    label: { fr, en },
    inForceFrom,
    ...origin
  })

/** LEGI open data: CESEDA, codes pénal, civil, de procédure civile and de justice administrative. */
export const legi = from({
  status: 'statute',
  textAsOf: '2026-04-03',
  verified: true,
  source: 'LEGI open data, legalize-dev/legalize-fr@bde5444d'
})

/** Where only an excerpt of the article, or its substance, was read. */
export const excerpt = (source: string, textAsOf: CivilDate | null = null) =>
  from({ status: 'statute', textAsOf, verified: true, source })

/** Known, but the words were not read: to check before anyone relies on it. */
export const unread = from({ status: 'statute', textAsOf: null, verified: false, source: 'article not read' })

export const soft = (source: string, verified = true) =>
  from({ status: 'soft', textAsOf: null, verified, source })
