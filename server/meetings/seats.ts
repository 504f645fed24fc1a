import { seats } from '../../workflows/configuration/cell.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { rulesUnder } from '../../workflows/meeting/quorum.ts'
import { calledTo, oneSeatEach } from '../../workflows/meeting/seats.ts'
import type { Actor } from '../../policies/actor.ts'
import { conductsMeetings } from '../../policies/features.ts'
import { configurationIn } from '../cases/configuration.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotFound } from '../errors.ts'
import type { SeatsView } from '../views/meetings.ts'
import type { Meeting } from './store.ts'

type Sitting = {
  personId: string
  orgId: string
  orgType: string
  alternate: boolean
  since: Date
  name: string
  institution: string
  absent: boolean
  /** Held by somebody of the same organisation who is there. */
  covered: boolean
}

// Its members by their own accounts, and the secretary where the rules give her a vote. An alternate sits where nobody of the
// same organisation who holds the seat is there.
const holding = `select m.person_id as "personId", o.id as "orgId", o.type as "orgType", m.alternate, m.since,
    p.display_name as name, o.name as institution, is_away(m.absent_from, m.absent_until) as absent,
    m.alternate and exists (select from membership h where h.org_id = m.org_id and h.role = m.role and not h.alternate
      and (h.until is null or h.until > (select wall_clock())) and not is_away(h.absent_from, h.absent_until)) as covered
  from membership m join organisation o on o.id = m.org_id join person p on p.id = m.person_id
  where (m.until is null or m.until > (select wall_clock())) and o.status = 'accredited'
    and ((m.role = 'cell_member' and o.territory = $1) or ($2 and m.role = 'cell_secretary' and o.id = $3))
  order by m.person_id`

type Cell = Pick<Meeting, 'territory' | 'orgId' | 'rules'>

const holdersOf = (tx: Tx, { territory, orgId, rules }: Cell): Promise<Sitting[]> =>
  runQuery<Sitting>(tx, holding, [territory, rules.voting.includes('cell'), orgId])

const compositionOf = async (tx: Tx, { territory }: Pick<Meeting, 'territory'>, at: Date) =>
  configurationIn(tx, territory, civilDate(at, zoneOf(territory)))

const called = (holders: readonly Sitting[], composition: Parameters<typeof calledTo>[1]) =>
  calledTo(
    holders.filter(({ absent, covered }) => !absent && !covered),
    composition
  )

export type Convened = Pick<Sitting, 'personId' | 'orgId' | 'orgType'> & { standsIn: boolean }

/** Who sits in the cell today, and is called where it meets; with them one alternate of each institution of which somebody withdrew. */
export const sittingIn = async (
  tx: Tx,
  cell: Cell,
  { at, withdrew }: { at: Date; withdrew: readonly string[] }
): Promise<Convened[]> => {
  const holders = await holdersOf(tx, cell)
  const sit = called(holders, (await compositionOf(tx, cell, at)).composition)
  const taken = new Set(sit.map(({ personId }) => personId))
  const free = holders.filter((one) => one.covered && !one.absent && !taken.has(one.personId))
  const inStead = oneSeatEach(withdrew.flatMap((orgId) => free.find((one) => one.orgId === orgId) ?? []))
  const seat =
    (standsIn: boolean) =>
    ({ personId, orgId, orgType }: Sitting) => ({
      ...{ personId, orgId, orgType, standsIn }
    })
  return [...sit.map(seat(false)), ...inStead.map(seat(true))]
}

type Colleague = { personId: string; alternate: boolean; absent: boolean; standsIn: boolean | null }

const colleagues = `select m.person_id as "personId", m.alternate, is_away(m.absent_from, m.absent_until) as absent, s.stands_in as "standsIn"
  from membership m left join meeting_member s on s.meeting_id = $1 and s.person_id = m.person_id
  where m.org_id = $3 and m.role = 'cell_member' and m.person_id <> $4 and (m.until is null or m.until > (select wall_clock()))
    and not exists (select from meeting_recusal r where r.case_id = $2 and r.person_id = m.person_id and r.ended_at is null)
  order by m.since, m.person_id`

/** Who else sits for the same institution and did not withdraw from a case that was entered; `standsIn` is null for who is not called. */
export const colleaguesOf = (
  tx: Tx,
  {
    meetingId,
    caseId,
    actor
  }: { meetingId: string; caseId: string; actor: Pick<Actor, 'orgId' | 'personId'> }
): Promise<Colleague[]> =>
  runQuery<Colleague>(tx, colleagues, [meetingId, caseId, actor.orgId, actor.personId])

/** Who holds the seats of the reader’s cell, by kind of institution, as the rules in force count them. @throws NotFound for all others. */
export const viewSeats = async (tx: Tx, { actor, locale, now }: Reader): Promise<SeatsView> => {
  if (!conductsMeetings(actor)) throw new NotFound('holds no meetings')
  const { territory, orgId } = actor
  const configured = await compositionOf(tx, { territory }, now)
  const rules = rulesUnder(configured)
  // Whoever keeps the secretariat is called only where the rules give her a vote, and holds it everywhere.
  const holders = await holdersOf(tx, { territory, orgId, rules: { ...rules, voting: ['cell'] } })
  const votes = holders.filter(({ orgType }) => orgType !== 'cell' || rules.voting.includes('cell'))
  const sit = new Set(called(votes, configured.composition))
  const kinds = Object.keys(seats) as (keyof typeof seats)[]
  return {
    kinds: kinds.flatMap((type) => {
      const row = configured.composition.find((one) => one.type === type)
      const own = holders.filter(({ orgType }) => orgType === type)
      if (!row && own.length === 0) return []
      return {
        ...{ type, label: seats[type][locale], seats: row?.seats ?? 0, votes: row?.votes ?? false },
        holders: own.map((one) => ({
          ...{ name: one.name, institution: one.institution, since: one.since.toISOString() },
          ...{ alternate: one.alternate, absent: one.absent, called: sit.has(one) }
        }))
      }
    })
  }
}
