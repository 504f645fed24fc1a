import type { Role } from '../../policies/actor.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import type { Reader } from '../disclosure/reader.ts'
import { byView, inMs } from '../lists/order.ts'
import { ofReader } from '../reading/list.page.ts'
import { dueOf, type Due } from '../reading/list.ts'
import { zoneAt } from './store.ts'

// Of a case of the caseload, what its organisation is told of its days: the same as in the worklist, and no day more.

/** The next due day of one of its parts, as it is kept for the organisation `$1`. */
export const nextDueIn = (
  caseId: string,
  role: Role
) => `select ${inMs('p.due_at')} as due_at, ${inMs('p.late_at')} as late_at,
    p.due_in_month, p.line::jsonb ->> 'territory' as territory
  from participation p where p.case_id = ${caseId} and ${ofReader(role)} and p.due_at is not null order by p.sort_at, p.capacity limit 1`

/** Whether any of its parts is late, as the worklist counts it. */
export const isLateIn = (caseId: string, role: Role) =>
  `exists (select from participation p where p.case_id = ${caseId} and ${ofReader(role)} and ${byView.late.where('p')})`

export type NextDue = Omit<Due, 'id'> & { territory: string | null }

const noDays: ReadonlyMap<string, Date> = new Map()

/** A day from which a birth date could be read is told by its month here: the case itself tells the day to whoever may know it. */
export const dueView = (id: string, { territory, ...due }: NextDue, { actor, ...reader }: Reader) =>
  dueOf({ id, ...due }, territory ? zoneOf(territory) : zoneAt(actor), reader, {
    days: noDays,
    today: (zone) => civilDate(reader.now, zone)
  })
