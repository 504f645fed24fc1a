import { Type, type Static } from 'typebox'
import { datedStates } from '../../workflows/deadlines/states.ts'
import { readings } from '../../workflows/law/origin.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { oneOf, orNull, text } from './shapes.ts'

/** On which ground something stands. */
export const Basis = closed({
  code: text,
  /** « CESEDA, art. R. 425-1 »; null where no text stands behind it. */
  article: Type.Union([text, Type.Null()]),
  label: text,
  status: oneOf('statute', 'soft', 'design'),
  /** Who made the text; null where no law-maker did. */
  level: orNull(oneOf('law', 'decree', 'union', 'treaty')),
  /** How its words were read; null for a choice of this project, which has no text. */
  read: orNull(oneOf(...readings))
})

/** `on` and `at` null: no end is known in law. `passed`: that end is over, which the safe day alone never says. */
export const LegalEnd = closed({
  on: orNull(text),
  at: orNull(text),
  passed: Type.Boolean(),
  /** The safe day is over and the right is not. */
  stillOpen: Type.Boolean(),
  /** Each reason with its article. */
  why: Type.Array(text),
  /** Codes of those with which another count can be asked. */
  doubts: Type.Array(text)
})

/** What is over where nobody is late: the safe day, the end in law still to come, or an indication. */
export const Past = orNull(oneOf('safe', 'indication'))

export const DeadlineView = closed({
  id: text,
  code: text,
  label: text,
  startsOn: text,
  dueOn: text,
  dueAt: text,
  /** The end in law where it is not the due day, which is then the safe one: that day, or that none is known. */
  legalEnd: orNull(LegalEnd),
  daysLeft: Type.Integer(),
  total: Type.Integer(),
  /** The whole length of a clock that is counted in hours. */
  hours: orNull(Type.Integer()),
  state: oneOf(...datedStates),
  late: Type.Boolean(),
  past: Past,
  /** The configuration it is counted under. */
  version: text,
  computation: Type.Array(text),
  basis: Type.Array(Basis)
})

export const StandingClockView = closed({
  id: text,
  code: text,
  label: text,
  since: text,
  reason: text,
  basis: Type.Array(Basis)
})

export type Basis = Static<typeof Basis>
export type DeadlineView = Static<typeof DeadlineView>
export type StandingClockView = Static<typeof StandingClockView>
