import { decisionRules, seats } from '../../workflows/configuration/cell.ts'
import { durationUnits, type Configuration } from '../../workflows/configuration/configuration.ts'
import { locallyExtendable } from '../../workflows/configuration/added.ts'
import {
  contactKinds,
  localCodes,
  neverLonger,
  partyKinds,
  toldOfMinors,
  toldWords
} from '../../workflows/configuration/local/protocol.ts'
import { onCallDays } from '../../workflows/configuration/local/on-call.ts'
import { unitWord } from '../../workflows/deadlines/explanation.ts'
import { deadlineRegister } from '../../workflows/deadlines/deadlines.ts'
import { rulesUnder } from '../../workflows/meeting/quorum.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { extendableFor } from '../configuration/extendable.ts'
import type { Locale } from '../locale.ts'
import type { ProtocolCatalogue } from '../views/protocols.ts'

const coded = (words: Record<string, Bilingual>, locale: Locale) =>
  Object.entries(words).map(([code, label]) => ({ code, label: label[locale] }))

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
  decidesBy: rulesUnder(national).decidesBy,
  lists: extendableFor(locallyExtendable, national, locale),
  partyKinds: coded(partyKinds, locale),
  contactKinds: coded(contactKinds, locale),
  onCallDays: coded(onCallDays, locale),
  told: toldOfMinors.map((kind) => ({ code: kind, label: toldWords(kind)[locale] }))
})
