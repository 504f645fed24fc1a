import { civilDate, isWorkingDay, wallClock } from '../../workflows/calendar/calendar.ts'
import { isTerritory, zoneWhereWorks } from '../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

/** How somebody may be written to. */
export const callModes = {
  off: { fr: 'Aucun courriel', en: 'No e-mail' },
  at_once: { fr: 'Dès qu’il y a du nouveau', en: 'As soon as there is something new' },
  digest: { fr: 'Un récapitulatif par jour', en: 'One summary a day' }
} as const satisfies Record<string, Bilingual>
export type CallMode = keyof typeof callModes

/** Hours are those of the clocks where the reader works. From `quietFrom` until `quietUntil` nothing leaves at once. */
export type CallWish = {
  mode: CallMode
  digestHour: number
  quietFrom: number
  quietUntil: number
  /** Also on Saturdays, Sundays and holidays. */
  daysOff: boolean
}

/**
 * What whoever has said nothing gets: a due day that the law counts passes whether or not anybody looks, and one mail a day that
 * names nobody costs a reader less than a missed answer costs her.
 */
export const usualWish: CallWish = {
  mode: 'digest',
  digestHour: 8,
  quietFrom: 19,
  quietUntil: 8,
  daysOff: false
}

/** Between two mails at once, in minutes: what comes meanwhile is told together. */
export const pauseMinutes = 15
/** Ahead of which a digest says again what is due. */
const pressingHours = 48

export type Here = { now: Date; territory: string | null }

const anywhere = '75'

const hereOf = ({ now, territory }: Here) => {
  const zone = zoneWhereWorks(territory)
  const today = civilDate(now, zone)
  const hour = Number(wallClock(now, zone).slice(11, 13))
  return {
    today,
    hour,
    works: isWorkingDay(today, territory && isTerritory(territory) ? territory : anywhere)
  }
}

const isBetween = (hour: number, from: number, until: number) =>
  from <= until ? hour >= from && hour < until : hour >= from || hour < until

/** Whether nothing may leave at this moment. Pure. */
export const isQuiet = ({ mode, quietFrom, quietUntil, daysOff }: CallWish, here: Here): boolean => {
  const { hour, works } = hereOf(here)
  if (mode === 'off' || (!works && !daysOff)) return true
  return mode === 'at_once' && isBetween(hour, quietFrom, quietUntil)
}

/** What was last asked for. */
export type Called = { until: Date | null; digestOn: string | null }

/**
 * The day for which a digest is due, by the clocks there: from its hour on, once a day, also where that hour does not exist or comes
 * twice, and later where nobody was there to send it.
 */
export const digestDay = (wish: CallWish, { digestOn }: Called, here: Here): string | null => {
  const { today, hour } = hereOf(here)
  const due = wish.mode === 'digest' && hour >= wish.digestHour && (digestOn === null || digestOn < today)
  return due && !isQuiet(wish, here) ? today : null
}

/** Whether what is new may be told at once. */
export const tellsAtOnce = (wish: CallWish, { until }: Called, here: Here): boolean =>
  wish.mode === 'at_once' &&
  !isQuiet(wish, here) &&
  (until === null || here.now.getTime() - until.getTime() >= pauseMinutes * 60_000)

/** Whether there is something to say that has not been said: what is new, or a first day that is near. */
export const isWorth = (
  { mode }: Pick<CallWish, 'mode'>,
  { fresh, first }: { fresh: number; first: { at: Date } | null },
  now: Date
): boolean => {
  if (fresh > 0) return true
  const ahead = first === null ? null : first.at.getTime() - now.getTime()
  return mode === 'digest' && ahead !== null && ahead > 0 && ahead <= pressingHours * 3_600_000
}
