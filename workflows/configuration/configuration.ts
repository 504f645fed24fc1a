import { Type } from 'typebox'
import type { CivilDate } from '../calendar/calendar.ts'
import { openCodes, type OpenCode } from '../deadlines/register.ts'
import type { DurationUnit, Duration } from '../deadlines/row.ts'
import { closed } from '../vocabulary/fields.ts'
import { outcomes, type Outcome } from '../referral/kinds/refusals.ts'
import { referralKindIds, type ReferralKind } from '../vocabulary/vocabulary.ts'
import { addedReason, extendable, type AddedReason } from './added.ts'
import { decisionRules, seatTypes, type DecisionRule, type SeatType } from './cell.ts'

/** Seats that a kind of organisation has in the cell, and whether its people vote or only advise. */
export type Seat = { type: SeatType; seats: number; votes: boolean }

export type Quorum = { members: number; institutions: number; mustInclude: SeatType[] }

/**
 * What the mechanism leaves open, as decided on one day. What a version does not name stands as the tables have it: a
 * list it does not cut is offered whole, a clock it does not alert keeps its own alerts.
 */
export type Configuration = {
  version: string
  effectiveOn: CivilDate
  /** Why it was decided: the circular, the meeting. */
  note: string
  durations: Readonly<Record<OpenCode, Duration>>
  /** Days before the due day, the earliest first. */
  alerts: Partial<Record<OpenCode, number[]>>
  quorum: Quorum
  composition: Seat[]
  /** Absent of a version that was published before it could say: more than half of the votes cast. */
  decidesBy?: DecisionRule
  /** Whose institutions give an opinion that concludes between meetings; of any that the tables allow where it is not said. */
  concludes?: SeatType[]
  reasons: {
    /** For each kind of referral, the refusals offered and where each leads. */
    referrals: Partial<Record<ReferralKind, Record<string, Outcome>>>
    /** For each coded list of a form (`case.close.reason`), the codes offered. */
    lists: Record<string, string[]>
    /** Reasons that make one of the tables more precise. */
    added?: readonly AddedReason[]
  }
  indicators: { lists: string[]; withdrawn: string[] }
  /** For each act, fields that its table has optional and that this version asks for. */
  required: Record<string, string[]>
}

export { openCodes }

export const durationUnits = [
  'hours',
  'days',
  'workingDays',
  'months',
  'years'
] as const satisfies readonly DurationUnit[]

const word = Type.String({ minLength: 1, maxLength: 60, pattern: '^[\\w.-]+$' })
const words = Type.Array(word, { maxItems: 200, uniqueItems: true })
const whole = (maximum: number) => Type.Integer({ minimum: 0, maximum })
export const duration = closed({ n: whole(100_000), unit: Type.String({ enum: [...durationUnits] }) })
const seat = Type.Unsafe<SeatType>(Type.String({ enum: [...seatTypes] }))
const kinds = Type.Array(seat, { maxItems: seatTypes.length, uniqueItems: true })

/** How a cell decides, as a version or a local protocol says it. */
export const cellSchemas = {
  quorum: closed({ members: whole(99), institutions: whole(99), mustInclude: kinds }),
  composition: Type.Array(closed({ type: seat, seats: whole(99), votes: Type.Boolean() }), {
    maxItems: seatTypes.length
  }),
  decidesBy: Type.Unsafe<DecisionRule>(Type.String({ enum: Object.keys(decisionRules) })),
  concludes: kinds
}

const each = <K extends string, S extends ReturnType<typeof Type.Optional>>(keys: readonly K[], schema: S) =>
  closed(Object.fromEntries(keys.map((key) => [key, schema])))

export const versionPattern = '^\\d{4}-(0[1-9]|1[0-2])(-[a-z0-9]{1,4})?$'

/** The form of a body. Which values make sense together is said by `problemsOf`, field by field. */
export const configurationSchema = closed({
  version: Type.String({ pattern: versionPattern }),
  effectiveOn: Type.String({ format: 'date' }),
  note: Type.String({ maxLength: 600 }),
  durations: each(openCodes, Type.Optional(duration)),
  alerts: each(openCodes, Type.Optional(Type.Array(whole(400), { maxItems: 5 }))),
  quorum: cellSchemas.quorum,
  composition: cellSchemas.composition,
  decidesBy: Type.Optional(cellSchemas.decidesBy),
  concludes: Type.Optional(cellSchemas.concludes),
  reasons: closed({
    referrals: each(
      referralKindIds,
      Type.Optional(Type.Record(word, Type.String({ enum: [...outcomes] }), { additionalProperties: false }))
    ),
    lists: Type.Record(word, words, { additionalProperties: false }),
    added: Type.Optional(Type.Array(addedReason(extendable), { maxItems: 200 }))
  }),
  indicators: closed({ lists: words, withdrawn: words }),
  required: Type.Record(word, words, { additionalProperties: false })
})
