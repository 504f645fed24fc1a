import type { TSchema } from 'typebox'
import { commandRow, commandTypes, type CommandType } from './commands.ts'
import type { Facts } from './facts.ts'
import { choice, count, longText, yes } from './fields.ts'
import { flagInput } from './flag.ts'
import { kindRow } from './referral.kinds.ts'
import { sendingActs } from './referral.refusal.ts'
import { permitsAsked } from './regions/residence.words.ts'
import { wanted } from './regions/housing.fields.ts'
import type { ReferralKind } from './vocabulary.ts'

// What a recipient is told before it answers: facts of the case, and what the act that sends it asks.

const fieldIn = (types: readonly CommandType[], field: string): TSchema | undefined =>
  types.map((type) => commandRow(type).input.properties[field]).find((property) => property !== undefined)

/** Facts that no form asks in these words. */
const factWords: Partial<Record<keyof Facts, TSchema>> = {
  presumed: yes({ label: { fr: 'Motifs raisonnables', en: 'Reasonable grounds' } }),
  procedureOpen: yes({
    label: { fr: 'Plainte ou procédure en cours', en: 'Complaint or procedure under way' }
  }),
  returnAssessed: yes({ label: { fr: 'Risques du retour évalués', en: 'Risks of return assessed' } }),
  permitAsked: choice(permitsAsked, { label: { fr: 'Titre demandé', en: 'Permit asked for' } }),
  programmePeriods: count({ label: { fr: 'Périodes déjà accordées', en: 'Periods already granted' } })
}

const needs = longText({ label: { fr: 'Besoins', en: 'Needs' } })

/** The form field by whose words one value of a preview reads; undefined for what no preview may hold. */
export const previewField = (kind: ReferralKind, field: string): TSchema | undefined => {
  if (kindRow(kind).tells.includes(field)) return fieldIn(sendingActs(kind), field)
  if (field === 'needs') return needs
  if (field === 'accessible') return wanted.accessible
  if (!(kindRow(kind).preview as readonly string[]).includes(field)) return undefined
  return (
    factWords[field as keyof Facts] ??
    (flagInput.properties as Record<string, TSchema>)[field] ??
    fieldIn(commandTypes, field)
  )
}

const holds = (value: unknown) =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)

/** What the act says of what is asked. Pure. */
export const toldBy = (kind: ReferralKind, input: Record<string, unknown>): Record<string, unknown> => {
  const told = kindRow(kind).tells.map((field) => [field, input[field]] as const)
  return Object.fromEntries(told.filter(([, value]) => holds(value)))
}

/** The values of a kept preview that may be shown, in the order in which they are asked: what is asked stands first. */
export const shownOf = (
  kind: ReferralKind,
  { told, ...facts }: Record<string, unknown>
): { value: unknown; schema: TSchema }[] =>
  Object.entries({ ...(told as Record<string, unknown> | undefined), ...facts }).flatMap(([field, value]) => {
    const schema = previewField(kind, field)
    return schema && holds(value) ? [{ value, schema }] : []
  })
