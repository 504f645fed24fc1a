import { commandRow } from '../../workflows/case/commands.ts'
import { restingOn } from '../../workflows/case/resting.ts'
import { deadlineRegister } from '../../workflows/deadlines/deadlines.ts'
import { lengths } from '../../workflows/law/lengths.ts'
import { offenceLabels } from '../../workflows/law/opened-by-offence.ts'
import {
  citation,
  isGiven,
  isRead,
  legalBases,
  textOf,
  type LegalCode
} from '../../workflows/law/register.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../locale.ts'
import type { ReferenceView } from '../views/law.ts'

/** Each label once: two acts that people know by one name are one line. */
const named = <T extends string>(ids: readonly T[], label: (id: T) => Bilingual, locale: Locale) =>
  ids
    .map((id) => ({ id, label: label(id)[locale] }))
    .filter((one, index, all) => all.findIndex((other) => other.label === one.label) === index)

export const textView = (code: LegalCode, locale: Locale): ReferenceView['text'] => {
  const text = textOf(code)
  return text && { id: text.key, label: text.label[locale] }
}

export const referenceView = (code: LegalCode, locale: Locale): ReferenceView => {
  const { label, status, level, read, textAsOf, inForceFrom, identifier, digest, source } = legalBases[code]
  const { acts, clocks, lengths: set, offences } = restingOn(code)
  return {
    ...{ code, status, level, read, textAsOf, inForceFrom, identifier, digest },
    text: textView(code, locale),
    article: citation(code)?.[locale] ?? null,
    label: label[locale],
    given: isGiven(code),
    refuses: isRead(code),
    source: source[locale],
    acts: named(acts, (type) => commandRow(type).label, locale),
    clocks: [
      ...named(clocks, (clock) => deadlineRegister[clock].label, locale),
      ...named(set, (one) => lengths[one].label, locale)
    ],
    offences: named(offences, (offence) => offenceLabels[offence], locale)
  }
}
