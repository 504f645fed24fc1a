import { commandRow, commandTypes } from '../../workflows/case/commands.ts'
import { outcomeWords } from '../../workflows/configuration/changes.ts'
import { decisionRules, seats, unsaidRule } from '../../workflows/configuration/cell.ts'
import { extendableKinds } from '../../workflows/configuration/added.ts'
import { durationUnits, openCodes, type Configuration } from '../../workflows/configuration/configuration.ts'
import { requirable } from '../../workflows/configuration/forms.ts'
import { codedLists, indicatorLists, indicatorsOf } from '../../workflows/configuration/lists.ts'
import { followable } from '../../workflows/referral/refusal.ts'
import { unitWord } from '../../workflows/deadlines/explanation.ts'
import { deadlineRegister, type DeadlineRow } from '../../workflows/deadlines/deadlines.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { indicators } from '../../workflows/vocabulary/indicators.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { referralKindIds, type Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../locale.ts'
import { basesOf } from '../views/words.ts'
import type { Catalogue } from '../views/configuration.ts'
import { extendableFor } from './extendable.ts'

const coded = (words: Record<string, Bilingual>, locale: Locale) =>
  Object.entries(words).map(([code, label]) => ({ code, label: label[locale] }))

const clockOf = (code: (typeof openCodes)[number], today: string, locale: Locale) => {
  const row: DeadlineRow = deadlineRegister[code]
  return {
    code,
    label: row.label[locale],
    startsOn: row.startsOn[locale],
    basis: basesOf([row.basis], today, locale),
    alerts: [...row.alerts]
  }
}

const kindOf = (kind: (typeof referralKindIds)[number], locale: Locale) => {
  const { label, refusals } = kindRow(kind)
  return {
    kind,
    label: label[locale],
    refusals: Object.entries(refusals).map(([code, one]) => ({
      code,
      label: one.label[locale],
      leadsTo: one.leadsTo
    })),
    outcomes: followable(kind).map((code) => ({ code, label: outcomeWords[code][locale] }))
  }
}

const actsOf = (locale: Locale) =>
  commandTypes
    .map((command) => ({ command, fields: requirable(command) }))
    .filter(({ fields }) => fields.length > 0)
    .map(({ command, fields }) => {
      const { label, input } = commandRow(command)
      const word = (field: string) => notesOf(input.properties[field]!)?.label[locale] ?? field
      return { command, label: label[locale], fields: fields.map((code) => ({ code, label: word(code) })) }
    })

/** Everything that a version may decide, with the words of its tables: what the form of a draft is written from. */
export const catalogueFor = (body: Configuration, today: string, locale: Locale): Catalogue => ({
  clocks: openCodes.map((code) => clockOf(code, today, locale)),
  units: durationUnits.map((code) => ({ code, label: unitWord(2, code, locale) })),
  seats: coded(seats, locale),
  decisionRules: coded(decisionRules, locale),
  decidesBy: unsaidRule,
  kinds: referralKindIds.map((kind) => kindOf(kind, locale)),
  lists: codedLists.map(({ id, label, codes }) => ({
    id,
    label: label[locale],
    codes: coded(codes, locale)
  })),
  extendable: extendableFor(extendableKinds, body, locale),
  indicators: Object.entries(indicatorLists).map(([list, label]) => ({
    list,
    label: label[locale],
    codes: indicatorsOf(list).map((code) => ({ code, label: indicators[code].label[locale] }))
  })),
  acts: actsOf(locale)
})
