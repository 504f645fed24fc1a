import { Type, type Static } from 'typebox'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { orNull, text } from '../shapes.ts'

const textOrNull = orNull(text)
const whole = Type.Integer()

/** Who may see what in an organisation and why: read, then confirmed as it was read. */
export const AccessReview = closed({
  organisation: text,
  half: text,
  /** The last day on which it may be confirmed. */
  until: text,
  /** By which it is confirmed: told with the last page of all cases, and before that to nobody. */
  digest: textOrNull,
  due: Type.Boolean(),
  people: Type.Array(
    closed({
      name: text,
      roleLabel: text,
      manager: Type.Boolean(),
      since: text,
      cases: whole,
      sees: Type.Array(text)
    })
  ),
  teams: Type.Array(closed({ name: text, cases: whole })),
  /** What consents or age open: in how many cases at least; null where a number would speak of one of them. */
  opened: Type.Array(closed({ label: text, atLeast: orNull(whole) })),
  /** One page of them. */
  cases: Type.Array(
    closed({
      code: text,
      capacityLabel: text,
      since: text,
      why: text,
      /** What is open of every such case, whatever was consented to and whatever the age. */
      sees: Type.Array(text),
      /** The team that follows it; nobody’s, or not in teams, where there is none. */
      team: textOrNull,
      people: Type.Array(text)
    })
  ),
  next: textOrNull,
  casesInAll: whole,
  /** What opens a case beside, and is not confirmed with it: accesses in an emergency, links that were sent, requests not yet answered. */
  beside: closed({
    openings: Type.Array(closed({ code: text, by: text, at: text }), { maxItems: 500 }),
    links: Type.Array(closed({ to: text, sentAt: text, until: text }), { maxItems: 500 }),
    previews: whole
  }),
  made: Type.Array(closed({ half: text, at: text, by: text, digest: text }))
})

/** The houses that have not confirmed the review of this half-year, one page of them. */
export const ReviewsDue = closed({
  half: text,
  until: text,
  items: Type.Array(
    closed({
      id: text,
      name: text,
      typeLabel: text,
      place: textOrNull,
      /** How many could confirm it: none, where nobody manages access there. */
      managers: whole
    })
  ),
  next: textOrNull,
  inAll: whole
})

export type ReviewsDue = Static<typeof ReviewsDue>
export type AccessReview = Static<typeof AccessReview>

/** Whether the reader’s house still has to review its access, and by when; `ends`: the half-year is over within a month. */
export const OwnReview = closed({ half: text, until: text, due: Type.Boolean(), ends: Type.Boolean() })
export type OwnReview = Static<typeof OwnReview>
