import type { CivilDate } from '../calendar/civil-date.ts'
import { copies, type CopyId } from './copies.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

/**
 * `statute` covers laws and decrees; `soft` covers practice, instructions and texts that bind the State but no actor
 * here; `design` is what the MNIO leaves open and this project decided.
 */
export type LegalStatus = 'statute' | 'soft' | 'design'

/** Who made the text; no rule asks. An ordinance counts as law; a directive is of the Union, soft as it binds the State alone. */
export type LegalLevel = 'law' | 'decree' | 'union' | 'treaty'

/**
 * How its words were read. `full`: the whole article, whose digest is kept. `excerpt`: some of its own words.
 * `secondary`: what somebody else says of it. `unread`: nobody here has read it.
 */
export const readings = ['full', 'excerpt', 'secondary', 'unread'] as const
export type Reading = (typeof readings)[number]

export type LegalBasis = {
  label: Bilingual
  status: LegalStatus
  /** Null for practice, rulings, bills and choices of this project. */
  level: LegalLevel | null
  /** Null for a choice of this project: there is no text to read. */
  read: Reading | null
  /** Null when the day was not read: most code extracts do not give it. Never the day of the copy that was read. */
  inForceFrom: CivilDate | null
  /** The date of the version that was read, null where none is known; a later amendment is unknown to this table. */
  textAsOf: CivilDate | null
  /** What of the article it rests on, as the field cites it (« al. 2 »); null for the whole. */
  paragraph: string | null
  /** LEGIARTI, CELEX or ECLI where a source shows it, never composed. */
  identifier: string | null
  /** SHA-256 of the text that was read, laid out as `npm run law:digests` does; of a full reading alone. */
  digest: string | null
  source: Bilingual
}

type Read = Pick<LegalBasis, 'read' | 'textAsOf' | 'source'>
type Origin = Read & Pick<LegalBasis, 'status' | 'level'>
type Place = Partial<Pick<LegalBasis, 'paragraph' | 'identifier'>>

/** A writer of rows that share a status, a source and the day of the text that was read. */
export const from =
  (origin: Origin) =>
  (
    fr: string,
    en: string,
    inForceFrom: CivilDate | null = null,
    { paragraph = null, identifier = null }: Place = {}
  ): LegalBasis => ({
    label: { fr, en },
    inForceFrom,
    paragraph,
    identifier,
    digest: null,
    ...origin
  })

/**
 * Rows whose article stands in a copy of a whole code. Each is an excerpt until the digest of its article is recorded
 * (`register.ts` then calls it read in full): nobody has to be believed.
 */
const inCopy = (id: CopyId) => {
  const read = { status: 'statute', read: 'excerpt', ...copies[id] } as const
  const of = (level: LegalLevel) => from({ ...read, level })
  return { law: of('law'), decree: of('decree'), union: of('union') }
}

/** CESEDA, codes civil, de procédure civile, de justice administrative, de l’organisation judiciaire. */
export const { law: legi, decree: legiDecree } = inCopy('openData')
export const { law: penalCode } = inCopy('criminalCode')
export const { law: cpp, decree: cppDecree } = inCopy('criminalProcedure')

/** Of these two the copy gives identifiers and days of entry into force. */
export const { law: labour, decree: labourDecree } = inCopy('labour')
export const { law: crpa } = inCopy('publicRelations')

/** A regulation binds whoever it names, as a law does. */
export const { union: unionMigration } = inCopy('unionMigration')

/** Child protection as it stood ten years ago: whatever changed since was not read. */
export const { law: oldCasf } = inCopy('socialAction')

type Piece = { level: LegalLevel; source: Bilingual; textAsOf?: CivilDate | null }
const piece = (read: Reading) => (one: Piece) => from({ status: 'statute', read, textAsOf: null, ...one })

/** Where only some of the article's own words were read. */
export const excerpt = piece('excerpt')

/** Where only what somebody else says of it was read. */
export const secondary = piece('secondary')

const notRead = {
  status: 'statute',
  read: 'unread',
  textAsOf: null,
  source: { fr: 'Article non lu', en: 'Article not read' }
} as const

/** Known, but the words were not read: to check before anyone relies on it. */
export const unread = from({ ...notRead, level: 'law' })
export const unreadDecree = from({ ...notRead, level: 'decree' })
export const unreadUnion = from({ ...notRead, level: 'union' })

/** Practice, instructions, bills, rulings. */
export const soft = (source: Bilingual, read: Reading, textAsOf: CivilDate | null = null) =>
  from({ status: 'soft', level: null, read, textAsOf, source })

/** What binds the State, and no actor here. */
export const binding = (level: 'union' | 'treaty', source: Bilingual, read: Reading) =>
  from({ status: 'soft', level, read, textAsOf: null, source })
