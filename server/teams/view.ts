import type { Actor } from '../../policies/actor.ts'
import { bringsFiles, mayBringFiles } from '../../policies/organisations/takeover.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { showCode } from '../cases/code.ts'
import { spokenFor } from '../cases/store.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Reader } from '../disclosure/reader.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { pageOf } from '../http/requested.ts'
import type { Caseload, CaseloadLine, CoverView, TeamsView } from '../views/organisations/teams.ts'
import { ofReader } from '../reading/list.page.ts'
import { glanceAt } from '../reading/list.ts'
import { lineTables } from '../outbox/worklist.line.ts'
import { dueView, isLateIn, nextDueIn, type NextDue } from './due.ts'
import { mostHanded } from './hand.ts'
import {
  isOpen,
  mayFound,
  mayTakeLead,
  membersOf,
  mustWorkInTeams,
  standingOf,
  worksIn,
  zoneAt
} from './store.ts'

type Person = { id: string; name: string }

const people = `select distinct p.id, p.display_name as name from membership m join person p on p.id = m.person_id
  where m.org_id = $1 and (m.until is null or m.until > (select wall_clock())) order by name, p.id`
// Those who left are named where they are in a team still, or absent.
const known = `select p.id, p.display_name as name from person p where p.id in (
  select person_id from membership where org_id = $1 union select person_id from team_member where org_id = $1
  union select person_id from caseload where org_id = $1 and person_id is not null)`

/** The cases of the organisation as the reader reads them, each with who follows it now; `$1` is the organisation. */
export const mine = (role: Actor['role']) => `select distinct p.case_id from participation p
  where p.org_id = $1 and p.until is null and p.capacity <> 'cell_member' and ${spokenFor(role)}`
// What somebody without access any more followed alone is followed by nobody.
const nowOf = (
  caseId: string
) => `select l.team_id, case when ${worksIn('l')} then l.person_id end as person_id, l.since
  from caseload l where l.case_id = ${caseId} and l.org_id = $1 and (l.team_id is not null or ${worksIn('l')})
  and l.since <= (select wall_clock()) and (l.until is null or l.until > (select wall_clock())) limit 1`

const counts = (
  role: Actor['role']
) => `select l.team_id as "teamId", l.person_id as "personId", count(*)::int as n,
    count(*) filter (where ${isLateIn('c.case_id', role)})::int as late from (${mine(role)}) c
  left join lateral (${nowOf('c.case_id')}) l on true group by 1, 2`
type Counted = { teamId: string | null; personId: string | null; n: number; late: number }

const teams = `select id, name from team where org_id = $1 and ${isOpen} order by name, id`
const covers = `select id, absent_id as "absentId", cover_id as "coverId", since, until from team_cover
  where org_id = $1 and until > (select wall_clock()) order by since, id`
type CoverRow = { id: string; absentId: string; coverId: string; since: Date; until: Date }

// Whoever is away now, and for whom nobody stands in: the other has no access any more, or is away as well.
const uncovered = `select distinct c.absent_id as id from team_cover c
  where c.org_id = $1 and c.since <= (select wall_clock()) and c.until > (select wall_clock())
    and not exists (select from team_cover r where r.org_id = c.org_id and r.absent_id = c.absent_id
      and r.since <= (select wall_clock()) and r.until > (select wall_clock()) and ${worksIn('r', 'r.cover_id')}
      and not exists (select from team_cover a where a.org_id = r.org_id and a.absent_id = r.cover_id
        and a.since <= (select wall_clock()) and a.until > (select wall_clock())))`

const coversShown = (
  rows: readonly CoverRow[],
  named: (id: string) => Person,
  leads: boolean,
  actor: Actor
): CoverView[] =>
  rows.map(({ id, absentId, coverId, since, until }) => ({
    id,
    absent: named(absentId),
    cover: named(coverId),
    since: civilDate(since, zoneAt(actor)),
    until: civilDate(new Date(until.getTime() - 1), zoneAt(actor)),
    mayEnd: leads || absentId === actor.personId
  }))

const sum = (rows: readonly Counted[], of: 'n' | 'late' = 'n') => rows.reduce((all, one) => all + one[of], 0)

/** How many cases, and how many of them late, where the reader is told. */
const seenOf = (counted: readonly Counted[]) => (told: boolean, whose: (one: Counted) => boolean) => ({
  n: told ? sum(counted.filter(whose)) : null,
  late: told ? sum(counted.filter(whose), 'late') : null
})

/** Nothing of teams where there are none; of other teams than one's own who is in them, and nothing of what they follow. */
export const viewTeams = async (tx: Tx, { actor }: Reader): Promise<TeamsView> => {
  mustWorkInTeams(actor)
  const { orgId, personId: me } = actor
  const [standing, all, everybody, rows, members, away, counted, alone] = await settleAll([
    standingOf(tx, actor),
    runQuery<Person>(tx, people, [orgId]),
    runQuery<Person>(tx, known, [orgId]),
    runQuery<Person>(tx, teams, [orgId]),
    membersOf(tx, actor),
    runQuery<CoverRow>(tx, covers, [orgId]),
    runQuery<Counted>(tx, counts(actor.role), [orgId]),
    runQuery<Pick<Person, 'id'>>(tx, uncovered, [orgId])
  ])
  const { leads } = standing
  const names = new Map(everybody.map((one) => [one.id, one]))
  const named = (id: string): Person => names.get(id) ?? { id, name: '' }
  const teamed = new Set(members.map(({ personId }) => personId))
  const seen = seenOf(counted)
  const inTeam = new Set(members.filter(({ personId }) => personId === me).map(({ teamId }) => teamId))
  return {
    ...{
      inTeams: standing.byTeam,
      leads,
      leadsSelf: standing.leadsSelf,
      mayFound: mayFound(standing),
      mayTakeLead: mayTakeLead(standing) && inTeam.size > 0,
      mayBringFiles: bringsFiles(actor) && mayBringFiles(standing),
      me,
      people: all
    },
    unassigned: leads
      ? sum(counted.filter(({ teamId, personId }) => teamId === null && personId === null))
      : null,
    teams: rows.map(({ id, name }) => {
      const { n: cases, late } = seen(leads || inTeam.has(id), ({ teamId }) => teamId === id)
      return {
        ...{ id, name, mine: inTeam.has(id), cases, late },
        members: members
          .filter(({ teamId }) => teamId === id)
          .map((one) => {
            const own = seen(leads || one.personId === me, ({ personId }) => personId === one.personId)
            return {
              ...{ id: one.id, person: named(one.personId), leads: one.leads },
              ...{ follows: own.n, late: own.late }
            }
          })
      }
    }),
    covers: coversShown(away, named, leads, actor),
    uncovered: leads ? alone.map(({ id }) => named(id)) : [],
    teamless: leads && rows.length > 0 ? all.filter(({ id }) => !teamed.has(id)) : []
  }
}

export type CaseloadQuery = { team?: string; person?: string; view?: 'all' | 'unassigned'; cursor?: string }

/** The line of the case as it is kept for the organisation `$1`, where it was written by the tables of today. */
const lineOf = (
  caseId: string,
  role: Actor['role']
) => `select case when p.line_tables is not distinct from $8 then p.line end from participation p
  where p.case_id = ${caseId} and ${ofReader(role)} order by p.capacity limit 1`

const lines = (role: Actor['role']) => `select c.id, c.code, c.opened_at as "openedAt",
    l.team_id as "teamId", l.person_id as "personId", l.since, n.team_id as "nextTeam", n.person_id as "nextPerson", n.since as "from",
    d.due_at, d.late_at, d.due_in_month, d.territory, (${lineOf('m.case_id', role)}) as line
  from (${mine(role)}) m join "case" c on c.id = m.case_id
  left join lateral (${nowOf('m.case_id')}) l on true
  left join lateral (select l.team_id, l.person_id, l.since from caseload l where l.case_id = m.case_id and l.org_id = $1
    and l.since > (select wall_clock()) and l.until is null limit 1) n on true
  left join lateral (${nextDueIn('m.case_id', role)}) d on true
  where ($2::uuid is null or l.team_id = $2) and ($3::uuid is null or l.person_id = $3) and ($4 = 'all' or l.since is null)
    and ($5::text is null or ((l.since is not null)::int, c.code) > ($5::int, $6::text))
  order by (l.since is not null)::int, c.code limit $7`

type Line = {
  id: string
  code: string
  openedAt: Date
  line: string | null
  since: Date | null
  from: Date | null
} & NextDue & { [K in 'teamId' | 'personId' | 'nextTeam' | 'nextPerson']: string | null }

const keyOf = ({ since, code }: Line) => encodeCursor([since === null ? '0' : '1', code])

/** Who follows what, of all that the reader reads: what nobody follows comes first. @throws NotFound where nobody works in teams. */
export const viewCaseload = async (tx: Tx, asked: CaseloadQuery, reader: Reader): Promise<Caseload> => {
  const { actor } = reader
  mustWorkInTeams(actor)
  if (!(await standingOf(tx, actor)).byTeam) throw new NotFound('not in teams')
  const { team = null, person = null, view = 'all', cursor } = asked
  const after = cursor === undefined ? [null, null] : decodeCursor(cursor, ['seq', 'code'])
  const [rows, everybody, all] = await settleAll([
    runQuery<Line>(tx, lines(actor.role), [
      actor.orgId,
      team,
      person,
      view,
      ...after,
      mostHanded + 1,
      lineTables.digest
    ]),
    runQuery<Person>(tx, known, [actor.orgId]),
    runQuery<Person>(tx, teams, [actor.orgId])
  ])
  const find = (list: readonly Person[], id: string | null) =>
    id === null ? null : (list.find((one) => one.id === id) ?? null)
  const zone = zoneAt(actor)
  const { page, last } = pageOf(rows, mostHanded)
  return {
    items: page.map((row): CaseloadLine => ({
      ...{
        caseId: row.id,
        code: showCode(row.code),
        openedOn: civilDate(row.openedAt, zone),
        ...glanceAt(row.line, reader.locale)
      },
      ...{ team: find(all, row.teamId), person: find(everybody, row.personId) },
      since: row.since && civilDate(row.since, zone),
      due: dueView(row.id, row, reader),
      next: row.from && {
        ...{ team: find(all, row.nextTeam), person: find(everybody, row.nextPerson) },
        from: civilDate(row.from, zone)
      }
    })),
    next: last && keyOf(last)
  }
}
