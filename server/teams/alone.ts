import type { Actor } from '../../policies/actor.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { isOpen, standingOf, worksIn } from './store.ts'
import { mine } from './view.ts'

/** A team in which one person alone works still; `cases`: how many it follows, told to who leads. */
export type Alone = { name: string; cases: number | null }

const inTeam = `from team_member x where x.team_id = t.id and (x.until is null or x.until > (select wall_clock())) and ${worksIn('x')}`
const alone = (
  role: Actor['role']
) => `select min(x.person_id::text) as "personId", t.name, (select count(distinct p.case_id)::int
      from caseload l join (${mine(role)}) p on p.case_id = l.case_id
      where l.org_id = t.org_id and l.team_id = t.id and l.since <= (select wall_clock()) and (l.until is null or l.until > (select wall_clock()))) as cases
  from team t cross join lateral (select x.person_id ${inTeam}) x where t.org_id = $1 and t.${isOpen} group by t.id
  having count(distinct x.person_id) = 1 order by t.name`

/** Whose leaving would empty a team, by person: for who manages access in their own organisation. */
export const aloneInTeams = async (tx: Tx, actor: Actor): Promise<ReadonlyMap<string, Alone[]>> => {
  const { byTeam, leads } = await standingOf(tx, actor)
  if (!byTeam) return new Map()
  const rows = await runQuery<{ personId: string; name: string; cases: number }>(tx, alone(actor.role), [
    actor.orgId
  ])
  const told = rows.map(({ personId, name, cases }) => ({
    personId,
    one: { name, cases: leads ? cases : null }
  }))
  return new Map(
    [...Map.groupBy(told, ({ personId }) => personId)].map(([id, those]) => [id, those.map(({ one }) => one)])
  )
}
