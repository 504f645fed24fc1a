import type { MeetingState } from '../../workflows/meeting/states.ts'
import { calendarText } from '../calendar/ics.ts'
import type { Tx } from '../db/context.ts'
import type { Enclosed } from '../mail/letter.ts'
import { put } from '../outbox/enqueue.ts'
import type { Meeting } from './store.ts'

export type Sitting = Pick<Meeting, 'id' | 'startsAt'> & {
  state: MeetingState
  convenedAt: Date | null
}

/** What a calendar keeps of a meeting: that there is one at that hour. Neither where, nor whose cases, nor who sits. */
export const entryOf = ({ id, startsAt, state, convenedAt }: Sitting, publicUrl: string): Enclosed => {
  const method = state === 'cancelled' ? 'CANCEL' : 'PUBLISH'
  const uid = `${id}@${new URL(publicUrl).hostname}`
  const entry = { uid, meeting: startsAt, url: `${publicUrl}/reunions/${id}` }
  return { method, text: calendarText([entry], { method, stampedAt: convenedAt ?? startsAt }) }
}

/** A letter to each who is convened, with the act or not at all; whoever has no address finds it on their page. */
export const writeTo = (tx: Tx, meetingId: string, personIds: readonly string[]) =>
  put(
    tx,
    'mail_access',
    personIds.map((to) => ({ what: 'meeting', id: meetingId, to }))
  )
