import { Type, type Static } from 'typebox'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { CaseLine } from '../worklist.ts'
import { orNull } from '../shapes.ts'

const text = Type.String()
const whole = Type.Integer()
const person = closed({ id: text, name: text })

export const TeamMemberView = closed({
  /** Of this person in this team. */
  id: text,
  person,
  leads: Type.Boolean(),
  /** How many cases this person follows by name, in this team or another; of others it is told to who leads. */
  follows: orNull(whole),
  /** Of these, how many are late. */
  late: orNull(whole)
})

export const TeamView = closed({
  id: text,
  name: text,
  mine: Type.Boolean(),
  /** How many cases it follows: told to its people and to who leads. */
  cases: orNull(whole),
  /** Of these, how many are late. */
  late: orNull(whole),
  members: Type.Array(TeamMemberView)
})

export const CoverView = closed({
  id: text,
  absent: person,
  cover: person,
  /** The first and the last day. */
  since: text,
  until: text,
  mayEnd: Type.Boolean()
})

export const TeamsView = closed({
  inTeams: Type.Boolean(),
  /** Whether the reader leads: reads all that the organisation follows, and says who follows it. */
  leads: Type.Boolean(),
  /** Whether they do so by themselves, and not in the stead of somebody who is away: who leads and which team closes is theirs alone to say. */
  leadsSelf: Type.Boolean(),
  /** Whether the reader may found the first team. */
  mayFound: Type.Boolean(),
  /** Nobody leads any more, and the reader may. */
  mayTakeLead: Type.Boolean(),
  /** Whether the reader may bring running files from a spreadsheet. */
  mayBringFiles: Type.Boolean(),
  /** Cases that nobody follows yet; told to who leads. */
  unassigned: orNull(whole),
  teams: Type.Array(TeamView),
  /** The people of the organisation. */
  people: Type.Array(person),
  me: text,
  covers: Type.Array(CoverView),
  /** Away today, and nobody stands in for them: who should has no access any more, or is away as well. Told to who leads. */
  uncovered: Type.Array(person),
  /** Who has access and is in no team, so that they read no case. Told to who leads. */
  teamless: Type.Array(person)
})

export const CaseloadLine = closed({
  caseId: text,
  code: text,
  openedOn: text,
  /** As the worklist tells it; neither where its line is written anew and not yet read. */
  badges: CaseLine.properties.badges,
  summary: orNull(text),
  /** Nobody yet: both are null. */
  team: orNull(person),
  person: orNull(person),
  since: orNull(text),
  /** Its next due day, as the worklist tells it. */
  due: CaseLine.properties.due,
  /** Who follows it from another day on. */
  next: orNull(closed({ team: orNull(person), person: orNull(person), from: text }))
})

export const Caseload = closed({ items: Type.Array(CaseloadLine), next: orNull(text) })

/** Who follows one case in the reader’s organisation, and those to whom it may be given. */
export const CaseFollowers = closed({
  team: orNull(text),
  person: orNull(text),
  since: orNull(text),
  teams: Type.Array(closed({ id: text, name: text, people: Type.Array(person) }))
})

export type CaseFollowers = Static<typeof CaseFollowers>
export type TeamsView = Static<typeof TeamsView>
export type CoverView = Static<typeof CoverView>
export type CaseloadLine = Static<typeof CaseloadLine>
export type Caseload = Static<typeof Caseload>
