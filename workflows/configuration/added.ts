import { Type } from 'typebox'
import { commandRow } from '../case/commands.ts'
import { legalBases, type LegalBasis, type LegalCode } from '../law/register.ts'
import { kinds, kindRow } from '../referral/kinds/kinds.ts'
import { outcomes, type Outcome } from '../referral/kinds/refusals.ts'
import { closed } from '../vocabulary/fields.ts'
import { referralKindIds, type Bilingual, type ReferralKind } from '../vocabulary/vocabulary.ts'
import { codedLists } from './coded.ts'

/**
 * A reason that a version or a local protocol adds to a list. Its code is that of the reason of the tables that it makes
 * more precise, a point, and a word of its own (`overloaded.no_interpreter`): whatever counts, opens or closes goes by the
 * first, so that an added reason moves nothing that the first would not.
 */
export type AddedReason = {
  /** The list: `referrals.health`, or `lists.case.close.reason`. */
  of: string
  code: string
  label: Bilingual
  /** Of a refusal, where it leads among the outcomes that there are; null, and in other lists always: where its first part leads. */
  leadsTo: Outcome | null
}

export const statuteIn = (codes: readonly string[]): boolean =>
  codes.some((code) => (legalBases[code as LegalCode] as LegalBasis).status === 'statute')

// Their answer decides of a right that a text gives: a reason more to refuse it would be a condition more.
const decidedByLaw: readonly ReferralKind[] = ['prefecture', 'exit_programme', 'dna', 'dna_place']

/** Kinds of referrals whose refusals may be added to: not of whom the law has told, nor of who decides by a text. */
export const extendableKinds: readonly ReferralKind[] = referralKindIds.filter(
  (kind) => !kindRow(kind).opensAtOnce && !decidedByLaw.includes(kind)
)

/**
 * Whether whoever is asked learns where the person was met before it answers: by its preview, or by the law, which has it told
 * whole. To any other recipient the length of its answer, or a reason of one place, would tell that place.
 */
export const learnsPlace = (kind: ReferralKind): boolean =>
  kindRow(kind).opensAtOnce || kindRow(kind).preview.includes('territory')

/** Those that a territory may add to: of recipients that are told of it; a national service answers to no local protocol. */
export const locallyExtendable: readonly ReferralKind[] = extendableKinds.filter(
  (kind) => kinds[kind].route !== 'national' && learnsPlace(kind)
)

/** Lists of reasons that may be added to: of acts that no statute founds. */
export const extendableLists: readonly string[] = codedLists
  .filter(({ command }) => !statuteIn(commandRow(command).basis))
  .map(({ id }) => id)

export const extendable: readonly string[] = [
  ...extendableKinds.map((kind) => `referrals.${kind}`),
  ...extendableLists.map((id) => `lists.${id}`)
]

export const addedCodePattern = '^[a-z][a-z0-9_]{1,39}\\.[a-z0-9][a-z0-9_]{1,39}$'

const words = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '^[^\\u0000-\\u001f\\u202a-\\u202e\\u2066-\\u2069]+$'
})

export const addedReason = (lists: readonly string[]) =>
  closed({
    of: Type.String({ enum: [...lists] }),
    code: Type.String({ pattern: addedCodePattern }),
    label: closed({ fr: words, en: words }),
    leadsTo: Type.Union([Type.Unsafe<Outcome>(Type.String({ enum: [...outcomes] })), Type.Null()])
  })

/** The reason of the tables that an added one makes more precise; of any other, itself. */
export const tableReason = (code: string): string => code.split('.')[0]!

type Adding = { reasons: { added?: readonly AddedReason[] } }

export const addedTo = (of: string, { reasons }: Adding): readonly AddedReason[] =>
  (reasons.added ?? []).filter((one) => one.of === of)

export const addedIn = (of: string, code: unknown, configuration: Adding): AddedReason | null =>
  addedTo(of, configuration).find((one) => one.code === code) ?? null

/** What an event keeps of an added reason beside the one of the tables: the words as they stood when it was given. */
export type AddedWords = Bilingual & { code: string }

/** The field that keeps them, read by whoever reads the reason itself. */
export const addedField = 'reasonAdded'

/** An input as the tables know it, and the code that made its reason more precise; a list that may not be added to is left as it is. */
export const splitReason = (
  of: string,
  input: Record<string, unknown>
): { input: Record<string, unknown>; added: string | null } => {
  const { reason } = input
  return typeof reason === 'string' && reason.includes('.') && extendable.includes(of)
    ? { input: { ...input, reason: tableReason(reason) }, added: reason }
    : { input, added: null }
}

/** The input that an event keeps, with the words of the reason that was added. */
export const withAdded = (
  input: Record<string, unknown>,
  reason: AddedReason | null
): Record<string, unknown> =>
  reason === null
    ? input
    : { ...input, [addedField]: { code: reason.code, ...reason.label } satisfies AddedWords }

export const addedWords = (input: Record<string, unknown>): AddedWords | null =>
  (input[addedField] as AddedWords | undefined) ?? null

/** An input as whoever may not know of its place reads it: with the reason of the tables alone. */
export const withoutAdded = (input: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([field]) => field !== addedField))

/** What is kept of an input, with the words that stood in it of an added reason: they go where the reason goes. */
export const withAddedOf = (
  input: Record<string, unknown>,
  kept: Record<string, unknown>
): Record<string, unknown> => (addedField in input ? { ...kept, [addedField]: input[addedField] } : kept)
