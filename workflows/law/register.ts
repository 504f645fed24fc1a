import type { CivilDate } from '../calendar/civil-date.ts'
import { appealBases } from './appeals.ts'
import { cesedaDecreeBases } from './ceseda.decree.ts'
import { cesedaBases } from './ceseda.ts'
import { civilBases } from './civil.ts'
import { digests } from './digests.ts'
import { europeanBases } from './europe.ts'
import { mechanismBases } from './mechanism.ts'
import { offenceBases } from './offences.ts'
import { otherBases } from './others.ts'
import { penalBases } from './penal.ts'
import { procedureDecreeBases } from './procedure.decree.ts'
import { procedureBases } from './procedure.ts'
import { rulingBases } from './rulings.ts'
import { socialBases } from './social.ts'
import type { LegalBasis } from './origin.ts'
import { texts, type TextKey } from './texts.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

export type { LegalBasis, LegalLevel, LegalStatus, Reading } from './origin.ts'

const rows = {
  ...cesedaBases,
  ...cesedaDecreeBases,
  ...offenceBases,
  ...penalBases,
  ...procedureBases,
  ...procedureDecreeBases,
  ...civilBases,
  ...socialBases,
  ...otherBases,
  ...appealBases,
  ...europeanBases,
  ...rulingBases,
  ...mechanismBases
} as const satisfies Record<string, LegalBasis>

export type LegalCode = keyof typeof rows
export const legalCodes = Object.keys(rows) as LegalCode[]

/** An article is read in full where its digest was recorded, and nowhere else. */
const readAs = (row: LegalBasis, digest: string | undefined): LegalBasis =>
  digest === undefined ? row : { ...row, read: 'full', digest }

/** Every reference that an act, a right, an offence or a deadline rests on, and those read beside them, as dated data: no rule ever tests an article number. */
export const legalBases = Object.fromEntries(
  legalCodes.map((code) => [code, readAs(rows[code], digests[code])])
) as Record<LegalCode, LegalBasis>

/**
 * Whether a refusal may rest on it as far as its reading goes: words of the article itself were read, or the choice is
 * this project's own. What somebody else says of an article may warn and never refuse: he may have left out the condition
 * that saves the person.
 */
export const isRead = (code: LegalCode): boolean => {
  const { read } = legalBases[code]
  return read !== 'unread' && read !== 'secondary'
}

export type DatedBasis = LegalBasis & {
  code: LegalCode
  on: CivilDate
  /** Null when the day of entry into force was not read. */
  inForce: boolean | null
}

/** The basis as an event keeps it: with the day on which it was relied upon. */
export const legalBasis = (code: LegalCode, on: CivilDate): DatedBasis => {
  const basis = (legalBases as Partial<typeof legalBases>)[code]
  if (basis === undefined) throw new RangeError(`Unknown legal basis ${code}`)
  return { code, on, inForce: basis.inForceFrom === null ? null : on >= basis.inForceFrom, ...basis }
}

/** How the reference is written by those who know the text, « CESEDA, art. R425-1 »; null for a choice of this project. */
export const citation = (code: LegalCode): Bilingual | null => {
  const key = (Object.keys(texts) as TextKey[]).find((text) => code === text || code.startsWith(`${text}.`))
  if (key === undefined) return null
  const article = code.slice(key.length + 1)
  const { fr, en } = texts[key]
  return article === '' ? { fr, en } : { fr: `${fr}, art. ${article}`, en: `${en}, art. ${article}` }
}
