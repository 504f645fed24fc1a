import { calendarOf } from '../../workflows/calendar/ics.ts'
import type { MeetingState } from '../../workflows/meeting/machine.ts'
import type { Tx } from '../db/context.ts'
import { put } from '../outbox/enqueue.ts'
import type { Meeting } from './store.ts'

export type Sitting = Pick<Meeting, 'id' | 'startsAt' | 'place'> & {
  state: MeetingState
  convenedAt: Date | null
}

/** What a calendar keeps of a meeting: that a cell meets, on which day and hour, in which room. Neither whose cases, nor who sits. */
export const entryOf = ({ id, startsAt, place, state, convenedAt }: Sitting, publicUrl: string): string => {
  const cancelled = state === 'cancelled'
  return calendarOf(
    [
      {
        uid: `${id}@${new URL(publicUrl).hostname}`,
        stampedAt: convenedAt ?? startsAt,
        ...{ startsAt, location: place, cancelled },
        summary: 'Réunion de la cellule',
        url: `${publicUrl}/reunions/${id}`
      }
    ],
    { method: cancelled ? 'CANCEL' : 'PUBLISH' }
  )
}

/** A letter to each who is convened, with the act or not at all; whoever has no address finds it on their page. */
export const writeTo = (tx: Tx, meetingId: string, personIds: readonly string[]) =>
  put(
    tx,
    'mail_access',
    personIds.map((to) => ({ what: 'meeting', id: meetingId, to }))
  )
