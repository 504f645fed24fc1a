import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { Past } from './clocks.ts'
import { oneOf, orNull, text } from './shapes.ts'

export const badgeTone = oneOf('danger', 'late', 'done', 'minor', 'accent', 'plain')
export const Badge = closed({ key: text, label: text, tone: badgeTone })
export const Due = closed({
  label: text,
  dueAt: text,
  /** The civil day that ends then; null where hours are counted. */
  dueOn: orNull(text),
  daysLeft: Type.Integer(),
  late: Type.Boolean(),
  past: Past,
  /** The end in law of a clock whose due day is the safe one: that day, null where none is known. */
  ends: orNull(closed({ on: orNull(text) }))
})
export const Count = closed({ n: Type.Integer(), capped: Type.Boolean() })

export const CaseLine = closed({
  id: text,
  code: text,
  openedOn: text,
  /**
   * `named`: it waits for the reader by name, and not only for their organisation. `together`: the version of the case at
   * which it may be done for several cases at one go, each as an act of its own; null where each case is looked at first.
   */
  waitsFor: orNull(closed({ command: text, label: text, named: Type.Boolean(), together: orNull(text) })),
  situation: closed({ state: text, label: text, tone: badgeTone }),
  /** Where stands what the reader’s trade reads first: the stay for a prefecture, the roof for Ac.Sé, the grounds for a cell. */
  trade: closed({
    region: text,
    label: text,
    tone: badgeTone,
    /** The clock that is counted there: « day 12 of 30 ». */
    day: orNull(closed({ n: Type.Integer(), of: Type.Integer(), from: text, until: text })),
    /** Until when what was given holds. */
    ends: Type.Array(closed({ label: text, on: text }), { maxItems: 3 }),
    notes: text
  }),
  badges: Type.Array(Badge),
  summary: text,
  due: orNull(Due),
  movedAt: text
})

export const CaseList = closed({
  items: Type.Array(CaseLine),
  next: orNull(text),
  counts: closed({ todo: Count, late: Count, moved: Count })
})

/** How many cases a search shows of a name, and referrals of a reference. */
export const mostFound = 10
/** What a search found, with no word of what was typed. */
export const Found = closed({
  cases: Type.Array(
    closed({
      id: text,
      code: text,
      openedOn: text,
      /** By what: its code, or how one of the names of the person holds what was typed. */
      because: orNull(text)
    }),
    { maxItems: mostFound }
  ),
  /** The list is full, be there more of them or not. */
  further: Type.Boolean(),
  referrals: Type.Array(closed({ id: text, reference: text, kindLabel: text }), { maxItems: mostFound })
})

export type Found = Static<typeof Found>
export type Badge = Static<typeof Badge>
export type CaseLine = Static<typeof CaseLine>
export type CaseList = Static<typeof CaseList>

/** A case that nobody accompanies any more, where the cell names another association. */
export const LeftAloneLine = closed({ caseId: text, caseCode: text })
export const LeftAlone = closed({ items: Type.Array(LeftAloneLine, { maxItems: 100 }) })
export type LeftAlone = Static<typeof LeftAlone>
