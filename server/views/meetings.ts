import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { Evidence } from './actions.ts'
import { Badge, Basis, Count, oneOf, orNull, text } from './schemas.ts'

const flag = Type.Boolean()
const number = Type.Integer()
const coded = closed({ id: text, label: text })
const State = closed({
  id: text,
  label: text,
  tone: oneOf('done', 'running', 'late', 'none')
})
const Place = closed({ code: text, name: text })
const May = closed({ enabled: flag, reason: orNull(text) })

const TallyView = closed({
  members: number,
  institutions: number,
  inFavour: number,
  against: number,
  abstained: number,
  unanimous: flag
})

export const MeetingLine = closed({
  id: text,
  startsAt: text,
  place: orNull(text),
  state: State,
  items: number,
  settled: number
})
export const MeetingList = closed({
  items: Type.Array(MeetingLine),
  next: orNull(text),
  mayPlan: flag,
  waiting: Count,
  /** How many of those the agenda of a meeting planned now would hold. */
  proposed: number
})

/** Who holds the seats of a cell: told to its secretary. */
export const SeatsView = closed({
  kinds: Type.Array(
    closed({
      type: text,
      label: text,
      /** How many the rules in force give to this kind; none where it only speaks. */
      seats: number,
      votes: flag,
      holders: Type.Array(
        closed({
          name: text,
          institution: text,
          since: text,
          alternate: flag,
          absent: flag,
          /** Would be called today. */
          called: flag
        })
      )
    })
  )
})
export type SeatsView = Static<typeof SeatsView>

const Rules = closed({
  version: text,
  members: number,
  institutions: number,
  mustInclude: Type.Array(text),
  decidesBy: text
})

const QuorumView = closed({
  members: number,
  institutions: number,
  must: Type.Array(closed({ label: text, here: flag })),
  reached: flag,
  reason: orNull(text),
  /** Told to whoever conducts: on how many cases it is not reached, as some of those present may not vote there. */
  shortOn: number
})

/** Names and identifiers of members are for the secretary, who records their presence; the others see institutions. */
const MemberView = closed({
  /** Null as well of whom no presence is recorded any more, their seat having ended. */
  personId: orNull(text),
  name: orNull(text),
  institution: text,
  presence: coded,
  /** Called for a colleague who withdrew from a case, and told to the secretary alone. */
  standsIn: flag,
  me: flag
})

/** `dueOn`: until when the decision is awaited; `tooLate`: that is before a meeting still to come; `origin`: how the person was met. */
const Sheet = closed({
  summary: text,
  badges: Type.Array(Badge),
  openedOn: text,
  dueOn: orNull(text),
  tooLate: flag,
  origin: orNull(text)
})

export const ItemView = closed({
  id: text,
  /** Null once the case has left this reader's sight. */
  caseId: orNull(text),
  code: text,
  state: coded,
  outcome: orNull(text),
  tally: orNull(TallyView),
  sheet: orNull(Sheet),
  /** What it is decided on, until it is: for whoever is told of the signs. */
  evidence: Type.Optional(Evidence),
  spoken: orNull(number),
  mine: orNull(coded),
  vote: orNull(May),
  /** The reader may say that they are too close to it. */
  withdraw: flag,
  /** That they withdrew from it, or their institution did; `reasons`: for which they may take it back, none where they may not. */
  withdrawn: orNull(closed({ said: text, reasons: Type.Array(coded) })),
  /** Told to whoever conducts: who asks that their institution come back, in the stead of the author of the withdrawal. */
  back: Type.Array(
    closed({ institution: text, asker: text, reason: text, withdrawalId: text, askedBy: text })
  ),
  /** Without which kinds of institutions the quorum is counted on it, all of theirs having withdrawn. */
  without: orNull(text),
  /** By what it is decided, where the protocol of a court’s district sets that for it. */
  rule: orNull(text),
  /** Told to whoever prepares it, of a case from elsewhere: by the protocol of which court it is decided here, and of which it may be. */
  court: orNull(closed({ said: orNull(text), among: Type.Array(coded) })),
  /** `explains`: the voices find the elements insufficient, and whoever closes the vote says why. */
  decide: orNull(closed({ ...May.properties, explains: flag })),
  /** How many voices the secretary may still note for members without a device, and the rule. */
  noting: orNull(closed({ left: number, rule: text })),
  voters: Type.Array(
    closed({ personId: text, name: text, institution: text, spoken: flag, own: flag, reason: orNull(text) })
  )
})

/** A running case that is looked at again. `caseId` is null once it has left this cell. */
const Followup = closed({
  id: text,
  caseId: orNull(text),
  code: text,
  subject: coded,
  outcome: orNull(coded)
})

/** Told to whoever conducts, and to no member: a running case is opened to nobody by standing on an agenda. */
const Followups = closed({
  items: Type.Array(Followup),
  candidates: Type.Array(closed({ caseId: text, code: text, summary: text })),
  subjects: Type.Array(coded),
  outcomes: Type.Array(coded)
})

export const MeetingView = closed({
  id: text,
  version: number,
  state: State,
  startsAt: text,
  place: orNull(text),
  territory: Place,
  conducts: flag,
  rules: Rules,
  quorum: QuorumView,
  members: Type.Array(MemberView),
  items: Type.Array(ItemView),
  candidates: Type.Array(closed({ caseId: text, code: text, sheet: Sheet })),
  followup: orNull(Followups),
  voices: Type.Array(coded),
  presences: Type.Array(coded),
  /** Why elements may be insufficient: for whoever closes a vote. */
  insufficiencies: Type.Array(coded),
  actions: Type.Array(closed({ command: text, label: text, reason: orNull(text) })),
  basis: Type.Array(Basis),
  minutes: flag
})

const Institution = closed({ name: text, members: number })

export const MinutesView = closed({
  title: text,
  territory: text,
  day: text,
  openedAt: text,
  closedAt: text,
  /** The hours of its opening and of its closing, by the territory's own clock. */
  hours: closed({ opened: text, closed: text }),
  version: text,
  institutions: Type.Array(Institution),
  /** Convened and not there. */
  absent: Type.Array(Institution),
  /** How many running cases were looked at again; which, and what follows, for the secretary alone. */
  followed: number,
  followups: Type.Array(closed({ code: text, subject: text, outcome: orNull(text) })),
  quorum: closed({ required: text, reached: text, decidesBy: text }),
  /** How many cases are left out here: the reader withdrew from them. */
  withheld: number,
  items: Type.Array(
    closed({
      code: text,
      state: text,
      decision: orNull(text),
      /** Why elements were found insufficient. */
      reason: orNull(text),
      tally: orNull(TallyView),
      /** How many of the voices were written by the secretary. */
      noted: number,
      without: orNull(text),
      /** By what it was decided, where the protocol of a court’s district had set that for it. */
      rule: orNull(text),
      basis: Type.Array(
        closed({
          ...{ code: text, label: text, status: text, inForceFrom: orNull(text), textAsOf: orNull(text) },
          /** That day is the one it is of, and no entry into force. */
          given: Type.Boolean()
        })
      )
    })
  )
})

export type MeetingList = Static<typeof MeetingList>
export type MeetingView = Static<typeof MeetingView>
export type ItemView = Static<typeof ItemView>
export type MinutesView = Static<typeof MinutesView>
