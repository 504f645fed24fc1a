import type { TSchema } from 'typebox'
import { commandRow } from '../case/commands.ts'
import { factClasses, type Facts } from '../facts/facts.ts'
import { notesOf, text } from '../vocabulary/fields.ts'
import { deskOf } from '../places/places.ts'
import { previewFacts, type PreviewFact } from './preview.facts.ts'
import { kindRow } from './kinds/kinds.ts'
import { sendingActs } from './refusal.ts'
import { wanted } from '../regions/housing/fields.ts'
import {
  referralKindIds,
  type Bilingual,
  type DataClass,
  type ReferralKind
} from '../vocabulary/vocabulary.ts'

// What a recipient is told before it answers. What is kept, what is shown and what the sender reads that it will see are
// made of the same rows, so that the one cannot say more than the other.

/** Where a value comes from: the act that sends, the case, the search behind an offer, or the place that is offered. */
type Source = 'asked' | 'case' | 'search' | 'place'

export type PreviewRow = {
  field: string
  from: Source
  schema: TSchema
  label: Bilingual
  dataClass: DataClass | null
}

const rowOf = (from: Source, field: string, schema: TSchema): PreviewRow => {
  const notes = notesOf(schema)!
  return {
    field,
    from,
    schema,
    label: notes.label,
    dataClass: from === 'case' ? factClasses[field as PreviewFact] : (notes.dataClass ?? null)
  }
}

/** One of the house's own places, by the name that the house gave it: it is read from there and never kept. */
const placeOffered = text({ label: { fr: 'Place proposée', en: 'Place offered' }, dataClass: 'K' })

const askedIn = (kind: ReferralKind, field: string): TSchema =>
  sendingActs(kind)
    .map((type) => commandRow(type).input.properties[field])
    .find((schema) => schema !== undefined)!

const offersOfDesks: readonly ReferralKind[] = Object.values(deskOf)

const rowsFor = (kind: ReferralKind): PreviewRow[] => {
  const { tells, preview, route } = kindRow(kind)
  return [
    ...(route === 'placeOwner' ? [rowOf('place', 'place', placeOffered)] : []),
    ...tells.map((field) => rowOf('asked', field, askedIn(kind, field))),
    ...preview.map((fact) => rowOf('case', fact, previewFacts[fact])),
    ...(offersOfDesks.includes(kind) ? [rowOf('search', 'accessible', wanted.accessible)] : [])
  ]
}

const rows = new Map(referralKindIds.map((kind) => [kind, rowsFor(kind)]))

/** All that a recipient may be told before it answers, in the order in which it reads it. Nothing else is ever kept or shown. */
export const previewRows = (kind: ReferralKind): readonly PreviewRow[] => rows.get(kind)!

/** What a preview may be made of; of each, only what has a row is taken. */
export type Behind = {
  facts: Partial<Facts>
  asked: Record<string, unknown>
  search: Record<string, unknown> | null
}

const holds = (value: unknown) =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)

const taken = (kind: ReferralKind, from: Source, values: object): Record<string, unknown> =>
  Object.fromEntries(
    previewRows(kind)
      .filter((row) => row.from === from)
      .map(({ field }) => [field, (values as Record<string, unknown>)[field]])
  )

/** What is kept with a referral as it is sent: the facts of that day, and what is asked. Pure. */
export const previewOf = (kind: ReferralKind, { facts, asked, search }: Behind): Record<string, unknown> => {
  const told = Object.entries(taken(kind, 'asked', asked)).filter(([, value]) => holds(value))
  // A search says what it needs, and is silent on what it does not.
  const needed = Object.entries(taken(kind, 'search', search ?? {})).filter(([, value]) => value === true)
  return {
    ...taken(kind, 'case', facts),
    ...Object.fromEntries(needed),
    told: Object.fromEntries(told)
  }
}

/** The values of a kept preview that are shown, whatever else somebody kept there. */
export const shownOf = (
  kind: ReferralKind,
  { told, ...facts }: Record<string, unknown>
): (Pick<PreviewRow, 'from' | 'schema' | 'dataClass'> & { value: unknown })[] =>
  previewRows(kind).flatMap(({ field, from, schema, dataClass }) => {
    const kept = from === 'asked' ? (told as Record<string, unknown> | undefined) : facts
    const value = from === 'place' ? undefined : kept?.[field]
    return holds(value) ? [{ value, from, schema, dataClass }] : []
  })
