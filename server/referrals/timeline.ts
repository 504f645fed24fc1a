import { addedWords } from '../../workflows/configuration/added.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { referralRow, type ReferralCommand } from '../../workflows/referral/machine.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import type { Names } from '../disclosure/names.ts'
import type { referralEvents } from '../db/schema/schema.ts'
import type { Locale } from '../locale.ts'
import type { EventView } from '../views/schemas.ts'
import { showValue } from '../views/words.ts'

/** How a step reads in the story of a referral. */
export const steps = {
  send: { fr: 'Orientation envoyée', en: 'Referral sent' },
  accept: { fr: 'Orientation acceptée', en: 'Referral accepted' },
  decline: { fr: 'Orientation refusée', en: 'Referral declined' },
  renounce: { fr: 'Accord retiré par la structure', en: 'Agreement taken back by the structure' },
  ask: { fr: 'Question posée', en: 'Question asked' },
  answer: { fr: 'Réponse donnée à la question', en: 'Question answered' },
  withdraw: { fr: 'Orientation retirée', en: 'Referral withdrawn' },
  transfer: { fr: 'Transmise au destinataire compétent', en: 'Passed on to the competent recipient' },
  end: { fr: 'Orientation terminée', en: 'Referral ended' },
  note: { fr: 'Refus pris en compte', en: 'Refusal taken note of' },
  expire: {
    fr: 'Sans réponse dans le délai : signalée à une personne nommée',
    en: 'No answer in time: raised with a named person'
  }
} as const satisfies Record<ReferralCommand | 'send', Bilingual>

const inError: Bilingual = {
  fr: 'erreur de saisie, à oublier',
  en: 'entered in error, please disregard'
}

/** What a step says, and of one that takes back what was sent in error, that it is to be forgotten. */
export const stepWord = (
  { command, input }: { command: keyof typeof steps; input?: Record<string, unknown> },
  locale: Locale
): string =>
  input?.['inError'] === true
    ? `${steps[command][locale]}${locale === 'fr' ? '\u00a0' : ''}: ${inError[locale]}`
    : steps[command][locale]

type EventRow = typeof referralEvents.$inferSelect & { byWhom: boolean }

const fieldsOf = (row: EventRow, kind: ReferralKind, locale: Locale) => {
  if (row.command === 'send') return []
  const schema = referralRow(row.command).input(kind)
  return Object.entries(row.input).flatMap(([field, value]) => {
    const property = schema.properties[field]
    const fieldNotes = property && notesOf(property)
    const added = field === 'reason' ? addedWords(row.input) : null
    return fieldNotes && !fieldNotes.lookup
      ? [{ label: fieldNotes.label[locale], value: added?.[locale] ?? showValue(value, property, locale) }]
      : []
  })
}

export const eventViews = (
  rows: readonly EventRow[],
  kind: ReferralKind,
  { locale, names }: { locale: Locale; names: Names }
): EventView[] =>
  rows.map((row) => ({
    seq: row.seq,
    at: row.at.toISOString(),
    command: row.command,
    label: stepWord(row, locale),
    by: row.byWhom ? names.by(row) : { organisation: names.of(null), role: '' },
    basis: [],
    fields: fieldsOf(row, kind, locale),
    late: false
  }))
