import type { Actor } from '../../policies/actor.ts'
import { holds } from '../../policies/grants.ts'
import { conductsMeetings } from '../../policies/features.ts'
import { meetingStates, type MeetingState } from '../../workflows/meeting/states.ts'
import { counted } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import { pageOf, type PageQuery } from '../http/requested.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { countWaiting, longest } from './agenda.ts'
import type { MeetingList } from '../views/meetings.ts'

type Line = {
  id: string
  startsAt: Date
  place: string | null
  state: MeetingState
  over: boolean
  items: number
  settled: number
}

const over = `m.state in ('closed', 'cancelled')`
const nearness = `extract(epoch from m.starts_at) * case when ${over} then -1 else 1 end`

// To come first, the nearest on top; then what was held, the latest on top. Row security says which; a member's are found
// by their name, so that it is not asked of every meeting in the country.
const lines = (
  own: string
) => `select m.id, m.starts_at as "startsAt", m.place, m.state, ${over} as over, i.items, i.settled
  from meeting m cross join lateral (
    select count(*)::int as items, count(*) filter (where i.state in ('decided', 'adjourned'))::int as settled
    from meeting_item i where i.meeting_id = m.id) i
  where ${own} and ($2::boolean is null or (${over}, ${nearness}, m.id)
    > ($2, extract(epoch from $3::timestamptz) * case when $2 then -1 else 1 end, $4::uuid))
  order by ${over}, ${nearness}, m.id limit $5`

const ofCell = lines('m.org_id = $1')
const ofMember = lines(`m.id in (select meeting_id from meeting_member where org_id = $1 and person_id = $6)`)

const linesOf = (tx: Tx, actor: Actor, { cursor, limit }: { cursor?: string | undefined; limit: number }) => {
  const after = cursor === undefined ? [null, null, null] : decodeCursor(cursor, ['over', 'at', 'id'])
  const asked = [actor.orgId, ...after, limit + 1]
  return conductsMeetings(actor)
    ? runQuery<Line>(tx, ofCell, asked)
    : runQuery<Line>(tx, ofMember, [...asked, actor.personId])
}

const cursorOf = ({ over, startsAt, id }: Line) => encodeCursor([String(over), startsAt.toISOString(), id])

/** Meetings of the reader's own cell, or to which the reader was convened. */
export const listMeetings = async (
  tx: Tx,
  { actor, locale }: Reader,
  { cursor, limit = 50 }: PageQuery
): Promise<MeetingList> => {
  const conducts = conductsMeetings(actor)
  if (!conducts && !holds(actor.role, 'cell_member')) throw new NotFound('not of a cell')
  const { page, last } = pageOf(await linesOf(tx, actor, { cursor, limit }), limit)
  const waiting = conducts ? await countWaiting(tx, actor) : 0
  return {
    items: page.map(({ startsAt, state, over: _over, ...line }) => ({
      ...line,
      startsAt: startsAt.toISOString(),
      state: { id: state, label: meetingStates[state].label[locale], tone: meetingStates[state].tone }
    })),
    next: last && cursorOf(last),
    mayPlan: conducts,
    waiting: counted(waiting),
    proposed: Math.min(waiting, longest)
  }
}
