import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { roles, type Actor, type Role } from '../../policies/actor.ts'
import {
  administers,
  invitingTakesTwo,
  managesAccess,
  rolesFor,
  type Administrators
} from '../../policies/organisations.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { People } from '../views/organisations/organisations.ts'
import { aloneInTeams, type Alone } from '../teams/alone.ts'
import { typeLabel } from './named.ts'
import { notInvited } from './inviting.ts'
import { holdsSeat } from './members.ts'
import { proposalView } from './proposal.view.ts'
import { regimesGiven, regimeViews } from './regimes.ts'
import { administratorsNow, organisationOf, waitingProposals, type OrganisationRow } from './store.ts'
import { unseenColumns, unseenView, type Inactivity, type Unseen } from './access/unseen.ts'

type MemberRow = Unseen & {
  id: string
  personId: string
  name: string
  role: Role
  manager: boolean
  alternate: boolean
  since: Date
  absentFrom: string | null
  absentUntil: string | null
  absent: boolean
  seenAt: Date | null
}
const members = `select m.id, m.person_id as "personId", p.display_name as name, m.role, m.manager, m.alternate, m.since,
    m.absent_from::text as "absentFrom", m.absent_until::text as "absentUntil",
    is_away(m.absent_from, m.absent_until) as absent, p.seen_at as "seenAt", ${unseenColumns('$2')}
  from membership m join person p on p.id = m.person_id
  where m.org_id = $1 and (m.until is null or m.until > wall_clock()) order by lower(p.display_name), m.id limit 500`

type InvitationRow = {
  id: string
  email: string
  role: Role
  manager: boolean
  expiresAt: Date
  usedAt: Date | null
  withdrawnAt: Date | null
  mailedAt: Date | null
  person: string | null
  personEmail: string | null
}
const invited = `select i.id, i.email, i.role, i.manager, i.expires_at as "expiresAt", i.used_at as "usedAt", i.withdrawn_at as "withdrawnAt",
    i.mailed_at as "mailedAt", p.display_name as person, i.provider_email as "personEmail"
  from invitation i left join person p on p.id = i.used_by where i.org_id = $1 order by i.invited_at desc, i.id limit 50`

const states = {
  unsent: { fr: 'le courrier n’est pas encore parti', en: 'the letter has not left yet' },
  waiting: { fr: 'envoyée, pas encore ouverte', en: 'sent, not yet opened' },
  expired: { fr: 'échue', en: 'run out' },
  used: { fr: 'acceptée', en: 'accepted' },
  withdrawn: { fr: 'retirée', en: 'taken back' }
} as const satisfies Record<string, Bilingual>

const stateOf = (
  { usedAt, withdrawnAt, expiresAt, mailedAt }: InvitationRow,
  now: Date
): keyof typeof states => {
  if (usedAt) return 'used'
  if (withdrawnAt) return 'withdrawn'
  if (expiresAt <= now) return 'expired'
  return mailedAt === null ? 'unsent' : 'waiting'
}

type Beside = {
  own: boolean
  all: boolean
  inactivity: Inactivity
  aloneIn: Alone[]
  left: Left
}

const memberView = (
  row: MemberRow,
  { actor, locale }: Reader,
  { own, all, inactivity, aloneIn, left }: Beside
): People['members'][number] => {
  const you = row.personId === actor.personId
  const unseen = all ? unseenView(row, inactivity) : null
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    roleLabel: roles[row.role][locale],
    manager: row.manager,
    alternate: row.alternate,
    since: row.since.toISOString(),
    absentFrom: row.absentFrom,
    absentUntil: row.absentUntil,
    absent: row.absent,
    seenAt: row.seenAt?.toISOString() ?? null,
    unseen,
    aloneIn,
    ...left,
    you,
    may: {
      end: all,
      signOut: all && !you,
      warn: !you && unseen?.warned === 'unreachable',
      manager: own || (all && row.manager),
      seat: all && row.role === 'cell_member',
      absence: true,
      absenceByTwo: !you && holdsSeat(row)
    }
  }
}

const invitationView = (row: InvitationRow, { locale, now }: Reader): People['invitations'][number] => {
  const state = stateOf(row, now)
  const { id, email, manager, person, personEmail } = row
  return {
    id,
    email,
    manager,
    roleLabel: roles[row.role][locale],
    state,
    stateLabel: states[state][locale],
    expiresAt: row.expiresAt.toISOString(),
    person,
    personEmail,
    differs: personEmail !== null && personEmail.toLowerCase() !== email.toLowerCase(),
    unknown: state === 'used' && personEmail === null
  }
}

/** @throws NotFound */
const mustBeOwn = (actor: Actor, orgId: string) => {
  if (!actor.accredited || actor.orgId !== orgId) throw new NotFound('not of this organisation')
}

const takesTwo = (
  { orgId }: Actor,
  { id, type }: OrganisationRow,
  role: Role,
  administrators: Administrators
) => orgId !== id || invitingTakesTwo(type, role, administrators)

/** In how many cases nobody would accompany the person (`leaves`), or read them for the cell (`unread`). */
type Left = Pick<People['members'][number], 'leaves' | 'unread'>
const nothingLeft: Left = { leaves: 0, unread: 0 }
const wouldLeave = 'select would_leave_alone($1)::int as leaves, would_leave_unread($1)::int as unread'

/** Of whom the house would lose the last access, with what it would leave. */
const leaving = async (tx: Tx, orgId: string, there: readonly MemberRow[]) => {
  const [last, ...others] = there.filter(({ role }) => role !== 'cell_member')
  if (!last || others.length > 0) return null
  const [left] = await runQuery<Left>(tx, wouldLeave, [orgId])
  return { id: last.id, left: left! }
}

/** Whoever has a second access there goes on working in their teams. */
const onlyOnce = (there: readonly MemberRow[], { personId }: MemberRow): boolean =>
  there.filter((one) => one.personId === personId).length === 1

/**
 * Who has access in an organisation, for who manages it and for the administration; of their own, everybody sees their own line.
 * @throws NotFound for all others.
 */
export const viewPeople = async (
  tx: Tx,
  orgId: string,
  { reader, inactivity, letters }: { reader: Reader; inactivity: Inactivity; letters: boolean }
): Promise<People> => {
  const { actor, locale } = reader
  const own = managesAccess(actor) && actor.orgId === orgId
  const all = own || administers(actor)
  if (!all) mustBeOwn(actor, orgId)
  const row = await organisationOf(tx, orgId)
  const [there, asked, administrators, proposals, held, lasts] = await settleAll([
    runQuery<MemberRow>(tx, members, [orgId, inactivity.warnedDays]),
    runQuery<InvitationRow>(tx, invited, [orgId]),
    administratorsNow(tx),
    all ? waitingProposals(tx, orgId) : Promise.resolve([]),
    own ? regimesGiven(tx, [orgId]) : Promise.resolve([]),
    own ? aloneInTeams(tx, actor) : Promise.resolve(new Map<string, Alone[]>())
  ])
  const ofPeople = proposals.filter(({ kind }) => kind === 'invite' || kind === 'seat' || kind === 'absence')
  const closed = notInvited(row.status)
  const last = all ? await leaving(tx, orgId, there) : null
  const seen = there.filter(({ personId }) => all || personId === actor.personId)
  return {
    organisation: { id: row.id, name: row.name, typeLabel: typeLabel(row.type, locale) },
    members: seen.map((one) =>
      memberView(one, reader, {
        own,
        all,
        inactivity,
        aloneIn: onlyOnce(there, one) ? (lasts.get(one.personId) ?? []) : [],
        left: last?.id === one.id ? last.left : nothingLeft
      })
    ),
    invitations: (all ? asked : []).map((one) => invitationView(one, reader)),
    proposals: ofPeople.map((one) => proposalView(one, { reader, administrators })),
    roles: rolesFor(row.type).map((code) => ({
      ...{ code, label: roles[code][locale] },
      takesTwo: takesTwo(actor, row, code, administrators)
    })),
    regimes: own ? regimeViews(row.type, held, reader) : [],
    may: { invite: { enabled: all && closed === null, reason: (all && closed?.[locale]) || null } },
    ...{ inactivity, letters }
  }
}
