import type { Actor } from '../../policies/actor.ts'
import { civilDate, daysBetween } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { deskCapacity, deskOf, offerIn, offersOf, type PlaceKind } from '../../workflows/places/places.ts'
import { byPriority, priority, priorityRule, type Priority } from '../../workflows/places/priority.ts'
import { askingFor, endsSearchOf, searchedIn } from '../../workflows/places/search.ts'
import { asylumHousingIn } from '../../workflows/vocabulary/states.housing.ts'
import { searching } from '../../workflows/regions/housing/ways.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import type { CaseRow } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { poolOfRole } from '../../policies/pools.ts'
import { childSearchSince, quoted, searchSince, unplacedChild } from './searches.ts'

export const requestOf = (pool: PlaceKind) =>
  (Object.keys(deskOf) as ReferralKind[]).find((kind) => offersOf[deskOf[kind]!] === pool) ?? null

/** What decides of a rank: of all who wait, no more than this is read. */
type Row = Pick<CaseRow, 'id' | 'code' | 'territory'> & {
  danger: Facts['danger']
  children: number
  since: Date
  refusals: number
  until: string | null
}

const wentHome = 'went_home(a.command, a.input)'

/** Where a search goes on: a night of emergency shelter does not leave the list. */
const sought = { housing: searching, asylum_housing: asylumHousingIn('seeking') }

/** Of which cases a desk has taken the search up, and since when. */
const asked = (kind: ReferralKind) => ({
  since: searchSince(`e.command in (${quoted(askingFor([kind]))})`, wentHome, endsSearchOf(kind)),
  seeks: `c.${searchedIn(kind)} in (${quoted(sought[searchedIn(kind)])}) and exists (select from referral r where r.case_id = c.id
    and r.kind = '${kind}' and r.recipient_org_id = $1 and r.state = 'accepted')`
})

/** Nobody is asked for a child: who protects it seeks, from the act that makes a place needed. */
const ofChild = { since: childSearchSince(wentHome), seeks: unplacedChild }

const waitingRows = (pool: PlaceKind) => {
  const kind = requestOf(pool)
  const { since, seeks } = kind ? asked(kind) : ofChild
  // Materialised, since PostgreSQL would otherwise look for `since` once more to leave out who has none: half of the cost.
  return `with waits as materialized (
    select c.id, c.code, c.territory, c.facts ->> 'danger' as danger, (c.facts ->> 'children')::int as children, ${since} as since,
      (select count(*)::int from referral r where r.case_id = c.id and r.state = 'declined' and r.kind = '${offerIn[pool]}') as refusals,
      (select e.input ->> 'until' from case_event e where e.case_id = c.id and e.command = 'danger.immediate' and e.struck_by is null
        order by e.seq desc limit 1) as until
    from participation p join "case" c on c.id = p.case_id
    where p.org_id = $1 and p.until is null and p.capacity = '${deskCapacity[pool]}' and ${seeks}
  ) select * from waits where since is not null`
}

/** Who waits, and what their rank is drawn from. */
export type Ranked = { id: string; code: string; since: number; days: number; priority: Priority }

/** Who waits for a place of this desk's pool, the most urgent first by the rule of the day. */
export const rankedList = async (tx: Tx, actor: Actor, now: Date): Promise<Ranked[]> => {
  const pool = poolOfRole(actor.role)
  if (!pool) return []
  const rows = await runQuery<Row>(tx, waitingRows(pool), [actor.orgId])
  return rows
    .map(({ id, code, territory, since, danger, children, refusals, until: shelteredUntil }) => {
      const today = civilDate(now, zoneOf(territory))
      const days = daysBetween(civilDate(since, zoneOf(territory)), today)
      const weighed = priority({ danger, children, days, refusals, shelteredUntil, today })
      return { id, code, since: since.getTime(), days, priority: weighed }
    })
    .sort(byPriority)
}

const inPoints = ({ why }: Priority) => why.map(({ label, points }) => `${label.fr} : ${points}`).join(' ; ')

/** Where a case stands as a place is offered, kept with the offer: by which rule, in which rank, and what counted. */
export const standingOf = async (tx: Tx, actor: Actor, asked: { caseId: string; at: Date }) => {
  const ranked = await rankedList(tx, actor, asked.at)
  const index = ranked.findIndex(({ id }) => id === asked.caseId)
  const found = ranked[index]
  return {
    rule: priorityRule.version,
    ...(found && { rank: index + 1, weighed: inPoints(found.priority) })
  }
}
