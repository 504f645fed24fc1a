import { staysLate } from '../../policies/duties.ts'
import { civilDate, daysBetween } from '../../workflows/calendar.ts'
import { daysLeft, deadlineRegister, explain, type DeadlineCode } from '../../workflows/deadlines.ts'
import { zoneOf } from '../../workflows/territories.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import type { Locale } from '../http/locale.ts'
import type { DeadlineView } from '../views/schemas.ts'
import { basesOf } from '../views/words.ts'

type Context = { territory: string; now: Date; locale: Locale }

const isLate = (entry: DeadlineEntry, now: Date) =>
  entry.dueAt < now && (entry.state === 'running' || (entry.state === 'fired' && staysLate(entry.code)))

/** A clock as people read it, with each step of its computation. */
export const deadlineView = (entry: DeadlineEntry, { territory, now, locale }: Context): DeadlineView => {
  const row = deadlineRegister[entry.code as DeadlineCode]
  return {
    id: entry.id,
    code: entry.code,
    label: row.label[locale],
    startsOn: entry.startsOn,
    dueOn: entry.dueOn,
    dueAt: entry.dueAt.toISOString(),
    daysLeft: daysLeft(entry.dueOn, now, territory),
    total: Math.max(1, daysBetween(entry.startsOn, entry.dueOn)),
    state: entry.state as DeadlineView['state'],
    late: isLate(entry, now),
    computation: explain({ computation: entry.computation }, locale),
    basis: basesOf([row.basis], civilDate(now, zoneOf(territory)), locale)
  }
}

/** How long is left, in a list. */
export const dueView = (entry: { code: string; dueAt: Date }, { territory, now, locale }: Context) => ({
  label: deadlineRegister[entry.code as DeadlineCode].label[locale],
  dueAt: entry.dueAt.toISOString(),
  daysLeft: daysLeft(civilDate(entry.dueAt, zoneOf(territory)), now, territory),
  late: entry.dueAt < now
})
