import type { CivilDate } from '../calendar/civil-date.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

/**
 * `statute` covers laws and decrees; `soft` covers practice, instructions and texts that bind the State but no actor
 * here; `design` is what the MNIO leaves open and this project decided.
 */
export type LegalStatus = 'statute' | 'soft' | 'design'

/** Who made the text; no rule asks. An ordinance counts as law; a directive is of the Union, soft as it binds the State alone. */
export type LegalLevel = 'law' | 'decree' | 'union' | 'treaty'

export type LegalBasis = {
  label: Bilingual
  status: LegalStatus
  /** Null for practice, rulings, bills and choices of this project. */
  level: LegalLevel | null
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

const openData = {
  status: 'statute',
  textAsOf: '2026-04-03',
  verified: true,
  source: 'LEGI open data, legalize-dev/legalize-fr@bde5444d'
} as const

/** LEGI open data: CESEDA, codes pénal, civil, de procédure civile, de justice administrative, de l’organisation judiciaire. */
export const legi = from({ ...openData, level: 'law' })
export const legiDecree = from({ ...openData, level: 'decree' })

const criminalProcedure = {
  status: 'statute',
  textAsOf: '2024-01-15',
  verified: true,
  source: 'Code de procédure pénale, text of 15 January 2024; later changes not read'
} as const

export const cpp = from({ ...criminalProcedure, level: 'law' })
export const cppDecree = from({ ...criminalProcedure, level: 'decree' })

type Read = { level: LegalLevel; source: string; textAsOf?: CivilDate | null; verified?: boolean }

/** Where only an excerpt of the article, or its substance, was read. */
export const excerpt = ({ level, source, textAsOf = null, verified = true }: Read) =>
  from({ status: 'statute', level, textAsOf, verified, source })

const notRead = { status: 'statute', textAsOf: null, verified: false, source: 'article not read' } as const

/** Known, but the words were not read: to check before anyone relies on it. */
export const unread = from({ ...notRead, level: 'law' })
export const unreadUnion = from({ ...notRead, level: 'union' })

/** Practice, instructions, bills. */
export const soft = (source: string, verified = true, textAsOf: CivilDate | null = null) =>
  from({ status: 'soft', level: null, textAsOf, verified, source })

/** What binds the State, and no actor here. */
export const binding = (level: 'union' | 'treaty', source: string, verified = true) =>
  from({ status: 'soft', level, textAsOf: null, verified, source })
