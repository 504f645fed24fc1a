import { and, asc, eq } from 'drizzle-orm'
import type { ItemState, MeetingState } from '../../workflows/meeting/machine.ts'
import type { Tx } from '../db/context.ts'
import { meetingItems, meetingMembers, meetings } from '../db/schema/schema.ts'
import { NotFound } from '../errors.ts'

type Row<T extends { $inferSelect: object }> = T['$inferSelect']
export type Meeting = Row<typeof meetings> & { state: MeetingState }
export type Item = Row<typeof meetingItems> & { state: ItemState }
export type Member = Row<typeof meetingMembers>

/** The meeting, if this reader's cell holds it or convened the reader. @throws NotFound */
export const readMeeting = async (tx: Tx, id: string): Promise<Meeting> => {
  const [row] = await tx.select().from(meetings).where(eq(meetings.id, id))
  if (!row) throw new NotFound('no such meeting for this person')
  return row as Meeting
}

/** Acts of the secretary on one meeting wait for each other here. */
export const lockMeeting = async (tx: Tx, id: string): Promise<Meeting> => {
  const [row] = await tx.select().from(meetings).where(eq(meetings.id, id)).for('update')
  if (!row) throw new NotFound('no such meeting for this person')
  return row as Meeting
}

export const itemsOf = async (tx: Tx, meetingId: string): Promise<Item[]> => {
  const rows = await tx
    .select()
    .from(meetingItems)
    .where(eq(meetingItems.meetingId, meetingId))
    .orderBy(asc(meetingItems.position), asc(meetingItems.id))
  return rows as Item[]
}

/** A voice and the closing of its item wait for each other here. @throws NotFound */
export const lockItem = async (tx: Tx, meetingId: string, itemId: string): Promise<Item> => {
  const [row] = await tx
    .select()
    .from(meetingItems)
    .where(and(eq(meetingItems.id, itemId), eq(meetingItems.meetingId, meetingId)))
    .for('update')
  if (!row) throw new NotFound('no such item on this agenda')
  return row as Item
}

export const membersOf = (tx: Tx, meetingId: string): Promise<Member[]> =>
  tx
    .select()
    .from(meetingMembers)
    .where(eq(meetingMembers.meetingId, meetingId))
    .orderBy(asc(meetingMembers.orgId), asc(meetingMembers.personId))

export const isPresent = ({ presence }: Pick<Member, 'presence'>) => presence !== 'absent'
