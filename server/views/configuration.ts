import { Type, type Static } from 'typebox'
import { configurationSchema } from '../../workflows/configuration/configuration.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { Basis } from './schemas.ts'
import { orNull } from './shapes.ts'

const text = Type.String()
const whole = Type.Integer()
const textOrNull = orNull(text)
const state = Type.Unsafe<'draft' | 'published' | 'withdrawn'>({
  type: 'string',
  enum: ['draft', 'published', 'withdrawn']
})
const coded = closed({ code: text, label: text })

export const VersionLine = closed({
  version: text,
  effectiveOn: text,
  state,
  stateLabel: text,
  inForce: Type.Boolean(),
  note: text,
  revision: whole,
  basedOn: textOrNull,
  createdBy: textOrNull,
  publishedBy: textOrNull,
  publishedAt: textOrNull,
  cases: whole,
  /** What differs from the version before it, in words. */
  changes: Type.Array(text),
  since: textOrNull
})

export const FieldProblem = closed({ field: text, code: text, message: text })
export const Problems = closed({ problems: Type.Array(FieldProblem) })

/** A list that reasons may be added to, with those that it has and where a refusal may lead. */
export const ExtendableList = closed({
  of: text,
  label: text,
  reasons: Type.Array(coded),
  outcomes: Type.Array(coded)
})

export const Catalogue = closed({
  clocks: Type.Array(
    closed({ code: text, label: text, startsOn: text, basis: Type.Array(Basis), alerts: Type.Array(whole) })
  ),
  units: Type.Array(coded),
  seats: Type.Array(coded),
  decisionRules: Type.Array(coded),
  /** The rule of a version that says none. */
  decidesBy: text,
  kinds: Type.Array(
    closed({
      kind: text,
      label: text,
      refusals: Type.Array(closed({ code: text, label: text, leadsTo: text })),
      outcomes: Type.Array(coded)
    })
  ),
  lists: Type.Array(closed({ id: text, label: text, codes: Type.Array(coded) })),
  extendable: Type.Array(ExtendableList),
  indicators: Type.Array(closed({ list: text, label: text, codes: Type.Array(coded) })),
  acts: Type.Array(closed({ command: text, label: text, fields: Type.Array(coded) }))
})

export const VersionView = closed({
  ...VersionLine.properties,
  body: configurationSchema,
  problems: Type.Array(FieldProblem),
  /** Why this reader may not publish it, or null. */
  notPublishable: textOrNull,
  catalogue: Catalogue
})

export const MoveLine = closed({
  id: text,
  /** Where it moves the local part of pairs, from a protocol or none to another or none; null for the national part. */
  territory: textOrNull,
  from: text,
  to: text,
  state: Type.Unsafe<'moving' | 'moved' | 'undoing' | 'undone'>({
    type: 'string',
    enum: ['moving', 'moved', 'undoing', 'undone']
  }),
  stateLabel: text,
  startedBy: text,
  startedAt: text,
  finishedAt: textOrNull,
  /** Who asked last that it be undone, and when. */
  undoneBy: textOrNull,
  undoneAt: textOrNull,
  total: whole,
  moved: whole,
  failed: whole,
  restored: whole,
  left: whole,
  /** What an undone move could not put back: it may be asked again. */
  stuck: whole
})

/** The latest of them. */
export const movesShown = 20

export const VersionList = closed({
  items: Type.Array(VersionLine),
  moves: Type.Array(MoveLine, { maxItems: movesShown })
})

const ClockChange = closed({
  label: text,
  startsOn: text,
  before: text,
  after: text,
  daysMoved: whole,
  over: Type.Boolean(),
  kept: Type.Boolean(),
  computation: Type.Array(text)
})

export const MovePreview = closed({
  from: text,
  to: text,
  /** Given back with the order to move: who moves has read this. */
  mark: text,
  changes: Type.Array(text),
  /** Said with the first page. */
  counts: orNull(
    closed({
      cases: whole,
      changed: whole,
      deciding: whole,
      over: whole,
      kept: whole,
      clocks: Type.Array(
        closed({
          code: text,
          label: text,
          /** Of a clock that not everybody may see: its counts are whole tens, zero standing for fewer than ten. */
          tens: Type.Boolean(),
          cases: whole,
          earlier: whole,
          later: whole,
          over: whole,
          kept: whole
        })
      )
    })
  ),
  items: Type.Array(
    closed({ code: text, territory: text, clocks: Type.Array(ClockChange), quorum: Type.Array(text) })
  ),
  next: textOrNull
})

export type VersionLine = Static<typeof VersionLine>
export type VersionView = Static<typeof VersionView>
export type MoveLine = Static<typeof MoveLine>
export type MovePreview = Static<typeof MovePreview>
export type Catalogue = Static<typeof Catalogue>
export type ExtendableList = Static<typeof ExtendableList>
