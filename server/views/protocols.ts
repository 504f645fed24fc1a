import { Type, type Static } from 'typebox'
import { protocolSchema } from '../../workflows/configuration/local/protocol.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { ExtendableList, FieldProblem } from './configuration.ts'
import { orNull } from './shapes.ts'

const text = Type.String()
const textOrNull = orNull(text)
const whole = Type.Integer()
const coded = closed({ code: text, label: text })

export const ProtocolLine = closed({
  name: text,
  place: text,
  placeName: text,
  territory: text,
  title: text,
  state: Type.Unsafe<'draft' | 'signed' | 'withdrawn'>({
    type: 'string',
    enum: ['draft', 'signed', 'withdrawn']
  }),
  stateLabel: text,
  inForce: Type.Boolean(),
  effectiveOn: text,
  /** The day on the paper, else that of the last signature here. */
  signedOn: textOrNull,
  revision: whole
})

export const ProtocolList = closed({
  items: Type.Array(ProtocolLine),
  next: textOrNull,
  /** Drafts that are ready, and that the reader may sign. */
  awaitsYou: Type.Array(ProtocolLine),
  /** Of which département the reader prepares protocols. */
  prepares: textOrNull,
  /** Where there is a protocol already, to be chosen from. */
  territories: Type.Array(coded)
})

/** A rule as it stands in a territory, with where its value comes from. */
export const RuleOrigin = closed({
  rule: text,
  label: text,
  value: text,
  from: Type.Unsafe<'local' | 'national'>({ type: 'string', enum: ['local', 'national'] }),
  /** In words: the protocol and the day it was signed, or the national version. */
  source: text,
  /** What the national version says instead. */
  national: textOrNull
})

const May = closed({ enabled: Type.Boolean(), reason: textOrNull })

export const ProtocolCatalogue = closed({
  clocks: Type.Array(closed({ code: text, label: text, n: whole, unit: text, neverLonger: Type.Boolean() })),
  units: Type.Array(coded),
  seats: Type.Array(coded),
  decisionRules: Type.Array(coded),
  /** How the cell decides where the protocol says nothing of it. */
  decidesBy: text,
  lists: Type.Array(ExtendableList),
  partyKinds: Type.Array(coded),
  contactKinds: Type.Array(coded),
  onCallDays: Type.Array(coded),
  told: Type.Array(coded)
})

export const ProtocolView = closed({
  ...ProtocolLine.properties,
  body: protocolSchema,
  /** Whom it binds, in words. */
  parties: Type.Array(closed({ kind: text, name: text })),
  /** The national version beneath, today or on its first day. */
  version: text,
  rules: Type.Array(RuleOrigin),
  /** What it changes for the cases that would be moved to it, against the protocol before it. */
  changes: Type.Array(text),
  since: textOrNull,
  problems: Type.Array(FieldProblem),
  signatures: Type.Array(closed({ side: text, label: text, organisation: textOrNull, at: textOrNull })),
  may: closed({ edit: May, sign: May, withdraw: May, move: Type.Boolean() }),
  /** Of a court’s, to the cell that has them in charge: cases of its district that were named before it, and live under other rules. */
  named: Type.Array(closed({ caseId: text, code: text }), { maxItems: 50 }),
  catalogue: orNull(ProtocolCatalogue)
})

/** Under what a case stands. */
export const CaseRules = closed({
  version: text,
  protocol: orNull(ProtocolLine),
  /** Why that protocol and no other. */
  why: textOrNull,
  rules: Type.Array(RuleOrigin),
  /** To whoever may not know where the person was met: that there may be a protocol of that place. */
  untold: textOrNull
})

export type ProtocolLine = Static<typeof ProtocolLine>
export type ProtocolList = Static<typeof ProtocolList>
export type ProtocolView = Static<typeof ProtocolView>
export type ProtocolCatalogue = Static<typeof ProtocolCatalogue>
export type CaseRules = Static<typeof CaseRules>
