import type { ItemState, MeetingState } from '../../workflows/meeting/states.ts'
import { selectAll } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { meetingItems, meetingMembers, meetings } from '../db/schema/schema.ts'
import { NotFound } from '../errors.ts'

export type Meeting = typeof meetings.$inferSelect & { state: MeetingState }
export type Item = typeof meetingItems.$inferSelect & { state: ItemState }
/**
 * `name` is told to whoever conducts, `institution` to all who sit. `sits`: their seat stands, and until the meeting is over their
 * institution is accredited.
 */
export type Member = typeof meetingMembers.$inferSelect & { institution: string; name: string; sits: boolean }

const meetingById = `${selectAll(meetings)} where id = $1`

/** The meeting, if this reader's cell holds it or convened the reader. @throws NotFound */
export const readMeeting = async (tx: Tx, id: string, statement = meetingById): Promise<Meeting> => {
  const [row] = await runQuery<Meeting>(tx, statement, [id])
  if (!row) throw new NotFound('no such meeting for this person')
  return row
}

/** Acts of the secretary on one meeting wait for each other here. */
export const lockMeeting = (tx: Tx, id: string) => readMeeting(tx, id, `${meetingById} for update`)

const agenda = `${selectAll(meetingItems)} where meeting_id = $1`

export const itemsOf = (tx: Tx, meetingId: string): Promise<Item[]> =>
  runQuery<Item>(tx, `${agenda} order by position, id`, [meetingId])

/** A voice and the closing of its item wait for each other here. @throws NotFound */
export const lockItem = async (tx: Tx, meetingId: string, itemId: string): Promise<Item> => {
  const [row] = await runQuery<Item>(tx, `${agenda} and id = $2 for update`, [meetingId, itemId])
  if (!row) throw new NotFound('no such item on this agenda')
  return row
}

const members = `select m.*, o.name as institution, p.display_name as name,
    t.state in ('closed', 'cancelled') or seat_lives(m."personId", m."orgId") as sits
  from (${selectAll(meetingMembers)} where meeting_id = $1) m
    join meeting t on t.id = m."meetingId" join organisation o on o.id = m."orgId" join person p on p.id = m."personId"
  order by m."orgId", m."personId"`

export const membersOf = (tx: Tx, meetingId: string): Promise<Member[]> =>
  runQuery<Member>(tx, members, [meetingId])

/** Of the sitting as a whole: an alternate who was called for one case is one voice too many on the others. */
export const holdsSeat = (member: Pick<Member, 'presence' | 'sits' | 'standsIn'>) =>
  isPresent(member) && !member.standsIn

/** Whether they came. Whose seat has ended since is counted no more on what is still to be decided. */
export const attended = ({ presence }: Pick<Member, 'presence'>) => presence !== 'absent'

export const isPresent = (member: Pick<Member, 'presence' | 'sits'>) => attended(member) && member.sits

/** Who sits for two institutions is a member of the meeting for the one that was convened with them. */
export const isSelf = (
  { personId, orgId }: Pick<Member, 'personId' | 'orgId'>,
  actor: Pick<Member, 'personId' | 'orgId'>
) => personId === actor.personId && orgId === actor.orgId
