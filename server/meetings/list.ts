import { holds } from '../../policies/grants.ts'
import { conductsMeetings } from '../../policies/features.ts'
import { meetingStates, type MeetingState } from '../../workflows/meeting/machine.ts'
import { counted } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import { countWaiting, longest } from './agenda.ts'
import type { MeetingList } from '../views/meetings.ts'

type Line = {
  id: string
  startsAt: Date
  place: string | null
  state: MeetingState
  items: number
  settled: number
}

// To come first, the nearest on top; then what was held, the latest on top. Row security says which.
const lines = `select m.id, m.starts_at as "startsAt", m.place, m.state, count(i.id)::int as items,
    count(i.id) filter (where i.state in ('decided', 'adjourned'))::int as settled
  from meeting m left join meeting_item i on i.meeting_id = m.id
  group by m.id
  order by (m.state in ('closed', 'cancelled')), abs(extract(epoch from m.starts_at - $1::timestamptz)), m.id limit 100`

/** Meetings of the reader's own cell, or to which the reader was convened. */
export const listMeetings = async (tx: Tx, { actor, locale, now }: Reader): Promise<MeetingList> => {
  const conducts = conductsMeetings(actor)
  if (!conducts && !holds(actor.role, 'cell_member')) throw new NotFound('not of a cell')
  const rows = await runQuery<Line>(tx, lines, [now])
  const waiting = conducts ? await countWaiting(tx, actor) : 0
  return {
    items: rows.map(({ startsAt, state, ...line }) => ({
      ...line,
      startsAt: startsAt.toISOString(),
      state: { id: state, label: meetingStates[state].label[locale], tone: meetingStates[state].tone }
    })),
    mayPlan: conducts,
    waiting: counted(waiting),
    proposed: Math.min(waiting, longest)
  }
}
