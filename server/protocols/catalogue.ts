import { decisionRules, seats } from '../../workflows/configuration/cell.ts'
import { outcomeWords } from '../../workflows/configuration/changes.ts'
import { durationUnits, type Configuration } from '../../workflows/configuration/configuration.ts'
import { extendableLists, locallyExtendable } from '../../workflows/configuration/added.ts'
import { codedList, codesKept, refusalsKept } from '../../workflows/configuration/lists.ts'
import { listWords } from '../../workflows/configuration/local/origins.ts'
import {
  contactKinds,
  localCodes,
  neverLonger,
  partyKinds,
  toldOfMinors,
  toldWords
} from '../../workflows/configuration/local/protocol.ts'
import { unitWord } from '../../workflows/deadlines/explanation.ts'
import { deadlineRegister } from '../../workflows/deadlines/deadlines.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { followable } from '../../workflows/referral/refusal.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../locale.ts'
import type { ProtocolCatalogue } from '../views/protocols.ts'

const coded = (words: Record<string, Bilingual>, locale: Locale) =>
  Object.entries(words).map(([code, label]) => ({ code, label: label[locale] }))

const refusalsOf = (kind: ReferralKind, national: Configuration, locale: Locale) => {
  const of = `referrals.${kind}`
  const { refusals } = kindRow(kind)
  const outcomes = followable(kind).map((code) => ({ code, label: outcomeWords[code][locale] }))
  const reasons = Object.keys(refusalsKept(kind, national)).map((code) => ({
    code,
    label: refusals[code]?.label[locale] ?? code
  }))
  return { of, label: listWords(of)[locale], reasons, outcomes }
}

const reasonsOf = (id: string, national: Configuration, locale: Locale) => {
  const of = `lists.${id}`
  const codes = codedList(id)?.codes ?? {}
  const reasons = codesKept(id, national).map((code) => ({ code, label: codes[code]?.[locale] ?? code }))
  return { of, label: listWords(of)[locale], reasons, outcomes: [] }
}

/** Everything that a protocol may set, with the words of its tables and what the national version says: the form is written from it. */
export const catalogueOver = (national: Configuration, locale: Locale): ProtocolCatalogue => ({
  clocks: localCodes.map((code) => ({
    code,
    label: deadlineRegister[code].label[locale],
    ...national.durations[code],
    neverLonger: neverLonger.includes(code)
  })),
  units: durationUnits.map((code) => ({ code, label: unitWord(2, code, locale) })),
  seats: coded(seats, locale),
  decisionRules: coded(decisionRules, locale),
  lists: [
    ...locallyExtendable.map((kind) => refusalsOf(kind, national, locale)),
    ...extendableLists.map((id) => reasonsOf(id, national, locale))
  ],
  partyKinds: coded(partyKinds, locale),
  contactKinds: coded(contactKinds, locale),
  told: toldOfMinors.map((kind) => ({ code: kind, label: toldWords(kind)[locale] }))
})
