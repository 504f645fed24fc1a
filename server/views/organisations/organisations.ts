import { Type, type Static } from 'typebox'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { oneOf, orNull, text } from '../shapes.ts'
import { Count } from '../worklist.ts'

const textOrNull = orNull(text)
const whole = Type.Integer()
export const Coded = closed({ code: text, label: text })
export const May = closed({ enabled: Type.Boolean(), reason: textOrNull })

export const OrganisationLine = closed({
  id: text,
  name: text,
  type: text,
  typeLabel: text,
  place: textOrNull,
  status: oneOf('pending', 'accredited', 'suspended', 'closed'),
  statusLabel: text,
  /** A second person is waited for. */
  waiting: Type.Boolean(),
  /** It stands, and nobody has access there. */
  empty: Type.Boolean(),
  /** The day on which the first of its regimes ends, where that is within three months. */
  endsOn: textOrNull,
  /** Nobody there has confirmed the review of access of this half-year. */
  reviewDue: Type.Boolean()
})

export const ProposalView = closed({
  id: text,
  organisation: closed({ id: text, name: text }),
  kind: text,
  label: text,
  /** What exactly is proposed, in words. */
  says: Type.Array(closed({ label: text, value: text })),
  proposer: text,
  proposedAt: text,
  may: closed({ confirm: May, refuse: May, withdraw: May })
})

/** How many proposals the reader may confirm: those of others. */
export const ProposalsWaiting = closed({ waiting: Count })

/** How many persons administer: what opens a right takes two. `everTwo`: two did, and pages name no second to who is left. */
const administrators = closed({ now: whole, everTwo: Type.Boolean() })

export const OrganisationList = closed({
  items: Type.Array(OrganisationLine),
  next: textOrNull,
  proposals: Type.Array(ProposalView),
  types: Type.Array(Coded),
  states: Type.Array(Coded),
  territories: Type.Array(Coded),
  administrators,
  may: closed({ create: Type.Boolean() })
})

export const RegimeView = closed({
  regime: text,
  label: text,
  givenBy: text,
  basis: textOrNull,
  /** What becomes of those whom the organisation follows under it, once it ends. */
  afterwards: textOrNull,
  /** The acts that it opens, in words. */
  opens: Type.Array(text),
  /** Why no act waits for it, where none does. */
  opensNothing: textOrNull,
  /** What an article says against holding it beside another, where the organisation held both before that was asked. */
  warning: textOrNull,
  /** From when to when it is in force, as the law counts it. */
  since: textOrNull,
  until: textOrNull,
  /** It comes of nobody’s answer to the request. */
  bySilence: Type.Boolean(),
  askedOn: textOrNull,
  completeOn: textOrNull,
  decision: textOrNull,
  state: oneOf('none', 'asked', 'ahead', 'inForce', 'endsSoon', 'ended'),
  stateLabel: text
})

export const Holdings = closed({ memberships: whole, participations: whole, referrals: whole, places: whole })

export const OrganisationView = closed({
  ...OrganisationLine.properties,
  territory: textOrNull,
  region: textOrNull,
  court: textOrNull,
  siret: textOrNull,
  directoryId: textOrNull,
  closedAt: textOrNull,
  mergedInto: orNull(closed({ id: text, name: text })),
  answers: Type.Array(closed({ ...Coded.properties, on: Type.Boolean() })),
  regimes: Type.Array(RegimeView),
  holdings: Holdings,
  managers: Type.Array(text),
  proposals: Type.Array(ProposalView),
  courts: Type.Array(Coded),
  regions: Type.Array(Coded),
  territories: Type.Array(Coded),
  /** The kinds among which its own may still be corrected: none once somebody acts in it. */
  kinds: Type.Array(Coded),
  bears: closed({ territory: Type.Boolean(), court: Type.Boolean(), regimes: Type.Boolean() }),
  may: closed({
    propose: Type.Array(text),
    suspend: Type.Boolean(),
    close: Type.Boolean(),
    change: Type.Boolean()
  }),
  administrators
})

/** What would move, before it is proposed. */
export const MergePreview = closed({
  from: closed({ id: text, name: text }),
  into: closed({ id: text, name: text }),
  holdings: Holdings,
  /** What else goes with it, where there is any. */
  keepings: Type.Array(closed({ label: text, count: whole })),
  /** What changes for its people. */
  changes: Type.Array(closed({ label: text, count: whole })),
  /** Cases of which both take part alike already: one participation remains. */
  shared: whole,
  /** Regimes that end with it: they are of one legal person. */
  lost: Type.Array(text),
  may: May
})

export const MemberView = closed({
  id: text,
  name: text,
  email: textOrNull,
  role: text,
  roleLabel: text,
  manager: Type.Boolean(),
  alternate: Type.Boolean(),
  since: text,
  absentFrom: textOrNull,
  absentUntil: textOrNull,
  absent: Type.Boolean(),
  seenAt: textOrNull,
  /**
   * Of whom has not signed in for long, told to who manages access: whether a letter, or somebody by hand, warned them, on which day and
   * who, and when access then closes.
   */
  unseen: orNull(
    closed({
      warned: oneOf('mailed', 'by_hand', 'unsent', 'unreachable'),
      ...{ closesOn: textOrNull, on: textOrNull, by: textOrNull }
    })
  ),
  /** Teams that nobody would work in once this access ended; of the cases that each follows who leads is told. */
  aloneIn: Type.Array(closed({ name: text, cases: orNull(whole) })),
  /** In how many cases nobody would accompany the person once this access ended, the last of a house. */
  leaves: whole,
  /** In how many cases nobody of the cell would read what is written once this access ended, the last of that cell. */
  unread: whole,
  /** The reader. */
  you: Type.Boolean(),
  may: closed({
    end: Type.Boolean(),
    signOut: Type.Boolean(),
    /** Whether they may write down that they warned this person, who has no address. */
    warn: Type.Boolean(),
    manager: Type.Boolean(),
    seat: Type.Boolean(),
    absence: Type.Boolean(),
    /** Their absence waits for a second person: they hold a seat of the cell. */
    absenceByTwo: Type.Boolean()
  })
})

export const InvitationView = closed({
  id: text,
  email: text,
  roleLabel: text,
  manager: Type.Boolean(),
  /** `unsent`: its letter has not left yet. */
  state: oneOf('unsent', 'waiting', 'expired', 'used', 'withdrawn'),
  stateLabel: text,
  expiresAt: text,
  /** Who opened it, and the e-mail that their provider gives. */
  person: textOrNull,
  personEmail: textOrNull,
  /** The two e-mails are not the same: to be looked at, and no proof of anything. */
  differs: Type.Boolean(),
  /** Opened by somebody of whom the provider gives no e-mail: nothing to compare with. */
  unknown: Type.Boolean()
})

export const People = closed({
  organisation: closed({ id: text, name: text, typeLabel: text }),
  members: Type.Array(MemberView),
  invitations: Type.Array(InvitationView),
  /** Invitations, seats of the cell and absences from them that wait for a second person. */
  proposals: Type.Array(ProposalView),
  roles: Type.Array(
    closed({
      ...Coded.properties,
      /** Inviting in this role waits for a second person here. */
      takesTwo: Type.Boolean()
    })
  ),
  /** The legal regimes of one’s own organisation, told to who manages it; none where it acts by its office. */
  regimes: Type.Array(RegimeView),
  may: closed({ invite: May }),
  inactivity: closed({ warnedDays: whole, closedDays: whole }),
  /** False where no letter can leave this server: an invitation waits. */
  letters: Type.Boolean()
})

export const Offer = closed({
  organisation: text,
  roleLabel: text,
  manager: Type.Boolean(),
  expiresAt: text,
  state: oneOf('open', 'yours', 'used', 'expired', 'withdrawn')
})

/** What an import would do, or what stands against it: then it does nothing. */
export const ImportPreview = closed({
  lines: Type.Array(
    closed({
      line: whole,
      name: text,
      typeLabel: text,
      place: textOrNull,
      siret: textOrNull,
      directoryId: textOrNull,
      does: oneOf('create', 'link', 'none', 'closed')
    })
  ),
  problems: Type.Array(closed({ line: whole, column: text, message: text }))
})

export type ImportPreview = Static<typeof ImportPreview>
export type OrganisationLine = Static<typeof OrganisationLine>
export type OrganisationList = Static<typeof OrganisationList>
export type OrganisationView = Static<typeof OrganisationView>
export type RegimeView = Static<typeof RegimeView>
export type ProposalView = Static<typeof ProposalView>
export type MergePreview = Static<typeof MergePreview>
export type MemberView = Static<typeof MemberView>
export type People = Static<typeof People>
export type Offer = Static<typeof Offer>
