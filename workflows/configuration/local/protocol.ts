import { Type, type Static } from 'typebox'
import type { CivilDate } from '../../calendar/calendar.ts'
import {
  deadlineRegister,
  keptUnder,
  openCodes,
  type DeadlineRow,
  type Duration,
  type OpenCode
} from '../../deadlines/register.ts'
import { kindRow } from '../../referral/kinds/kinds.ts'
import { closed } from '../../vocabulary/fields.ts'
import { referralKindIds, type Bilingual, type ReferralKind } from '../../vocabulary/vocabulary.ts'
import {
  addedReason,
  extendableLists,
  learnsPlace,
  locallyExtendable,
  statuteIn,
  type AddedReason
} from '../added.ts'
import { seats, type DecisionRule, type SeatType } from '../cell.ts'
import { cellSchemas, duration, type Quorum, type Seat } from '../configuration.ts'
import { onCallSchema, type OnCall } from './on-call.ts'
import { protocolPlaces } from './place.ts'
import { protocolPattern } from './pin.ts'

/** Who signs a protocol for its territory: the two who chair its committee together. */
export const signatorySides = {
  prefecture: { fr: 'préfecture', en: 'prefecture' },
  prosecution: { fr: 'parquet', en: 'public prosecutor' }
} as const satisfies Record<string, Bilingual>
export type SignatorySide = keyof typeof signatorySides
export const signatorySideIds = Object.keys(signatorySides) as SignatorySide[]

/** Whom a protocol binds: the institutions that may sit in a cell, and others by their name. */
export const partyKinds = {
  ...seats,
  department: { fr: 'conseil départemental', en: 'département council' },
  juvenile_court: { fr: 'tribunal pour enfants', en: 'juvenile court' },
  authority: { fr: 'autre autorité', en: 'other authority' }
} as const satisfies Record<string, Bilingual>
export type PartyKind = keyof typeof partyKinds

const firing = (code: OpenCode) => (deadlineRegister[code] as DeadlineRow).fires

/** The answers of which somebody who is not told where the person was met awaits or gives one. */
const answeredUntold: ReadonlySet<OpenCode> = new Set(
  referralKindIds.filter((kind) => !learnsPlace(kind)).map((kind) => keptUnder(kindRow(kind).answerWithin))
)

/**
 * The clocks of which a territory may decide the length: those that no text founds, that only warn, and that are no answer of
 * somebody who is not told of the territory. What closes, erases, archives or ends a consent by itself keeps one length in the
 * whole country.
 */
export const localCodes: readonly OpenCode[] = openCodes.filter(
  (code) =>
    !statuteIn([(deadlineRegister[code] as DeadlineRow).basis]) &&
    !answeredUntold.has(code) &&
    (firing(code) === null || firing(code) === 'expire')
)

/** Danger, children, and whoever waits for the cell: a territory may answer sooner than the others, never later. */
export const neverLonger: readonly OpenCode[] = localCodes.filter(
  (code) => (deadlineRegister[code] as DeadlineRow).neverLonger
)

/** Whom a convention for minors may name as told of it: recipients that the national tables have already, each with its own sight. */
export const toldOfMinors: readonly ReferralKind[] = referralKindIds.filter((kind) =>
  ['prosecutor', 'child_protection', 'juvenile_judge', 'ad_hoc_guardian', 'minor_place', 'health'].includes(
    kind
  )
)
export const toldWords = (kind: ReferralKind): Bilingual => kindRow(kind).label

export const contactKinds = {
  child_protection: {
    fr: 'recueil des informations préoccupantes (CRIP)',
    en: 'child-protection desk (CRIP)'
  },
  prosecution: { fr: 'parquet des mineurs', en: 'prosecutor for minors' },
  juvenile_court: { fr: 'juge des enfants', en: 'juvenile judge' },
  association: { fr: 'association', en: 'association' }
} as const satisfies Record<string, Bilingual>
export type ContactKind = keyof typeof contactKinds

export type Party = { kind: PartyKind; name: string }

/** How the children of a territory are protected together: between whom, whom one calls, and who is told of it as it is signed. */
export type MinorsConvention = {
  parties: readonly Party[]
  contacts: readonly { kind: ContactKind; name: string; reach: string }[]
  told: readonly ReferralKind[]
}

/** All that a protocol may set. What is not here is national for everybody: no class of data, no guard, no clock of the law. */
export type LocalRules = {
  composition?: Seat[]
  decidesBy?: DecisionRule
  quorum?: Quorum
  concludes?: SeatType[]
  durations?: Partial<Record<OpenCode, Duration>>
  added?: readonly AddedReason[]
  minors?: MinorsConvention
  onCall?: readonly OnCall[]
}

export type LocalProtocol = {
  name: string
  place: string
  title: string
  /** The text itself, or where it can be read. */
  text: string
  reference: string
  parties: readonly Party[]
  /** The day written on the paper, where it was signed on paper first. */
  signedOn: CivilDate | null
  effectiveOn: CivilDate
  rules: LocalRules
}

const plain = '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u202a-\\u202e\\u2066-\\u2069]*$'
const words = (maxLength: number, minLength = 0) => Type.String({ maxLength, minLength, pattern: plain })
const oneOf = <T extends string>(codes: readonly T[]) => Type.Unsafe<T>(Type.String({ enum: [...codes] }))
const keysOf = <T extends string>(table: Record<T, unknown>) => Object.keys(table) as T[]
const party = closed({ kind: oneOf(keysOf(partyKinds)), name: words(200, 1) })

export const localRulesSchema = closed({
  composition: Type.Optional(cellSchemas.composition),
  decidesBy: Type.Optional(cellSchemas.decidesBy),
  quorum: Type.Optional(cellSchemas.quorum),
  concludes: Type.Optional(cellSchemas.concludes),
  durations: Type.Optional(
    closed(Object.fromEntries(localCodes.map((code) => [code, Type.Optional(duration)])))
  ),
  added: Type.Optional(
    Type.Array(
      addedReason([
        ...locallyExtendable.map((kind) => `referrals.${kind}`),
        ...extendableLists.map((id) => `lists.${id}`)
      ]),
      { maxItems: 60 }
    )
  ),
  minors: Type.Optional(
    closed({
      parties: Type.Array(party, { maxItems: 20 }),
      contacts: Type.Array(
        closed({ kind: oneOf(keysOf(contactKinds)), name: words(200, 1), reach: words(200) }),
        {
          maxItems: 20
        }
      ),
      told: Type.Array(oneOf(toldOfMinors), { maxItems: toldOfMinors.length, uniqueItems: true })
    })
  ),
  onCall: Type.Optional(onCallSchema)
})

/** The form of a protocol. It is closed: what it does not name, no territory may set. */
export const protocolSchema = closed({
  name: Type.String({ pattern: protocolPattern }),
  place: oneOf(protocolPlaces),
  title: words(200),
  text: words(20_000),
  reference: words(400),
  parties: Type.Array(party, { maxItems: 30 }),
  signedOn: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
  effectiveOn: Type.String({ format: 'date' }),
  rules: localRulesSchema
})
export type ProtocolBody = Static<typeof protocolSchema>
