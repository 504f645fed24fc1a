import { civilDate } from '../../workflows/calendar/calendar.ts'
import { mayWorkInTeams } from '../../policies/organisations/teams.ts'
import type { Actor } from '../../policies/actor.ts'
import { spokenFor } from '../cases/store.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { CaseFollowers } from '../views/organisations/teams.ts'
import { isOpen, membersOf, worksIn, zoneAt } from './store.ts'

const mine = (role: Actor['role']) => `select from organisation o where o.id = $2 and o.by_team
  and exists (select from participation p where p.case_id = $1 and p.org_id = o.id and p.until is null
    and p.capacity <> 'cell_member' and ${spokenFor(role)})`
const now = `select t.name as team, p.display_name as person, l.since from caseload l
  left join team t on t.id = l.team_id left join person p on p.id = l.person_id and ${worksIn('l')}
  where (t.id is not null or p.id is not null) and l.case_id = $1 and l.org_id = $2 and l.since <= (select wall_clock()) and (l.until is null or l.until > (select wall_clock()))`
type Now = { team: string | null; person: string | null; since: Date }

const teams = `select id, name from team where org_id = $1 and ${isOpen} order by name, id`
const people = `select id, display_name as name from person where id = any($1::uuid[])`
type Named = { id: string; name: string }

/** Who follows one case in the reader’s organisation and to whom it may pass. @throws NotFound where nobody works in teams, or the case is not theirs */
export const viewFollowers = async (tx: Tx, caseId: string, { actor }: Reader): Promise<CaseFollowers> => {
  if (!mayWorkInTeams(actor.role)) throw new NotFound('not an organisation in teams')
  const of = [caseId, actor.orgId]
  // Most cases are of organisations that have no teams, and every page of a case asks.
  if ((await runQuery(tx, mine(actor.role), of)).length === 0) throw new NotFound('no such case in teams')
  const [[following], all, members] = await settleAll([
    runQuery<Now>(tx, now, of),
    runQuery<Named>(tx, teams, [actor.orgId]),
    membersOf(tx, actor)
  ])
  const named = await runQuery<Named>(tx, people, [members.map(({ personId }) => personId)])
  const nameOf = (id: string) => named.find((one) => one.id === id)?.name ?? ''
  return {
    team: following?.team ?? null,
    person: following?.person ?? null,
    since: following ? civilDate(following.since, zoneAt(actor)) : null,
    teams: all.map(({ id, name }) => ({
      ...{ id, name },
      people: members
        .filter(({ teamId }) => teamId === id)
        .map(({ personId }) => ({ id: personId, name: nameOf(personId) }))
    }))
  }
}
