import { extendableLists } from '../../workflows/configuration/added.ts'
import { outcomeWords } from '../../workflows/configuration/changes.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { codedList, codesKept, refusalsKept } from '../../workflows/configuration/lists.ts'
import { listWords } from '../../workflows/configuration/local/origins.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { followable } from '../../workflows/referral/refusal.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../locale.ts'
import type { ExtendableList } from '../views/configuration.ts'

const refusalsOf = (kind: ReferralKind, national: Configuration, locale: Locale): ExtendableList => {
  const of = `referrals.${kind}`
  const { refusals } = kindRow(kind)
  const outcomes = followable(kind).map((code) => ({ code, label: outcomeWords[code][locale] }))
  const reasons = Object.keys(refusalsKept(kind, national)).map((code) => ({
    code,
    label: refusals[code]?.label[locale] ?? code
  }))
  return { of, label: listWords(of)[locale], reasons, outcomes }
}

const reasonsOf = (id: string, national: Configuration, locale: Locale): ExtendableList => {
  const of = `lists.${id}`
  const codes = codedList(id)?.codes ?? {}
  const reasons = codesKept(id, national).map((code) => ({ code, label: codes[code]?.[locale] ?? code }))
  return { of, label: listWords(of)[locale], reasons, outcomes: [] }
}

/** The lists that a version, or a protocol over it, adds reasons to: refusals of these kinds, then reasons of acts. */
export const extendableFor = (
  kinds: readonly ReferralKind[],
  national: Configuration,
  locale: Locale
): ExtendableList[] => [
  ...kinds.map((kind) => refusalsOf(kind, national, locale)),
  ...extendableLists.map((id) => reasonsOf(id, national, locale))
]
