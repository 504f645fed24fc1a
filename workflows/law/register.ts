import type { CivilDate } from '../calendar/civil-date.ts'
import { appealBases } from './appeals.ts'
import { cesedaDecreeBases } from './ceseda.decree.ts'
import { heldBases } from './ceseda.held.ts'
import { removalBases, shortNoticeBases } from './ceseda.removal.ts'
import { cesedaBases } from './ceseda.ts'
import { childAppealBases, civilBases } from './civil.ts'
import { digests, type Digest } from './digests/digests.ts'
import { europeanBases } from './europe.ts'
import { filingBases } from './filing.ts'
import { labourBases } from './labour.ts'
import { mechanismBases } from './mechanism.ts'
import { offenceBases } from './offences.ts'
import { otherBases } from './others.ts'
import { penalBases } from './penal.ts'
import { procedureDecreeBases } from './procedure.decree.ts'
import { civilPartyBases, procedureBases } from './procedure.ts'
import { rulingBases } from './rulings.ts'
import { socialBases } from './social.ts'
import type { LegalBasis } from './origin.ts'
import { texts, type TextKey } from './texts.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

export type { LegalBasis, LegalLevel, LegalStatus, Reading } from './origin.ts'

const rows = {
  ...cesedaBases,
  ...removalBases,
  ...heldBases,
  ...shortNoticeBases,
  ...cesedaDecreeBases,
  ...offenceBases,
  ...penalBases,
  ...procedureBases,
  ...procedureDecreeBases,
  ...civilBases,
  ...civilPartyBases,
  ...childAppealBases,
  ...socialBases,
  ...labourBases,
  ...otherBases,
  ...appealBases,
  ...filingBases,
  ...europeanBases,
  ...rulingBases,
  ...mechanismBases
} as const satisfies Record<string, LegalBasis>

export type LegalCode = keyof typeof rows
export const legalCodes = Object.keys(rows) as LegalCode[]

/** An article is read in full where its digest was recorded, and nowhere else; of several versions the last was. */
const readAs = (row: LegalBasis, recorded: Digest | undefined): LegalBasis => {
  if (recorded === undefined) return row
  const { digest, among } = recorded
  const { fr, en } = row.source
  const source =
    among === 1
      ? row.source
      : {
          fr: `${fr} ; ${among} versions sous ce titre, la dernière lue`,
          en: `${en}; ${among} versions under this heading, the last was read`
        }
  return { ...row, read: 'full', digest, source }
}

/** Every reference that an act, a right, an offence or a deadline rests on, and those read beside them, as dated data: no rule ever tests an article number. */
export const legalBases = Object.fromEntries(
  legalCodes.map((code) => [code, readAs(rows[code], digests[code])])
) as Record<LegalCode, LegalBasis>

/** A version older than this has been amended too often to refuse anything on it. */
const tooOld = '2020-01-01'

/**
 * Whether a refusal may rest on an article as far as its reading goes: words of the article itself were read, in a version of which the
 * day is known and not too old, or the choice is this project's own. What somebody else says of an article may warn and never refuse: he
 * may have left out the condition that saves the person.
 */
export const bearsRefusal = ({ status, read, textAsOf }: LegalBasis): boolean => {
  if (status === 'design') return true
  return read !== 'unread' && read !== 'secondary' && textAsOf !== null && textAsOf >= tooOld
}

export const isRead = (code: LegalCode): boolean => bearsRefusal(legalBases[code])

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

/** « R425-1 » as the field writes it: « R. 425-1 ». */
const spaced = (article: string) => article.replace(/^([LRDA])(?=\d)/, '$1. ')

/** The text that a reference is of; null for a ruling and for a choice of this project. */
export const textOf = (code: LegalCode): { key: TextKey; label: Bilingual } | null => {
  const key = (Object.keys(texts) as TextKey[]).find((text) => code === text || code.startsWith(`${text}.`))
  return key === undefined ? null : { key, label: texts[key] }
}

/** Whether its day is the one it is of: a ruling, practice and a choice of this project are given, and a text alone enters into force. */
export const isGiven = (code: LegalCode): boolean =>
  legalBases[code].status !== 'statute' && (legalBases[code].level === null || textOf(code) === null)

/** How the reference is written by those who know the text, « CESEDA, art. R. 425-1 »; null for a choice of this project. */
export const citation = (code: LegalCode): Bilingual | null => {
  const text = textOf(code)
  if (text === null) return null
  const article = spaced(code.slice(text.key.length + 1))
  const { paragraph } = legalBases[code]
  const { fr, en } = text.label
  const place = [article === '' ? null : `art. ${article}`, paragraph].filter((one) => one !== null)
  return { fr: [fr, ...place].join(', '), en: [en, ...place].join(', ') }
}
