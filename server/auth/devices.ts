import type { Locale } from '../locale.ts'
import type { SessionLine } from '../views/sessions.ts'
import { deviceLabel, type Device } from './device.ts'
import { hashOf } from './sealing.ts'
import { idleMs, stillOpen } from './store.ts'

export type DeviceRow = Device & { id: string; openedAt: Date; usedAt: Date; here: boolean }

/** Where somebody is signed in. Whoever asks gives the person, never the request. */
export const openSessions = `select s.id, s.browser, s.system, s.created_at as "openedAt", s.seen_at as "usedAt", s.id_hash = $4 as here
  from session s where s.person_id = $1 and ${stillOpen('s', '$2', '$3')} order by here desc, s.seen_at desc, s.id limit 20`

export const openSessionsValues = (personId: string, token: string, now: Date) => [
  personId,
  now,
  new Date(now.getTime() - idleMs),
  hashOf(token)
]

/** One session of this person, or, where `null` names none, all but the one that asks, sign-ins that wait included. */
export const endElsewhere = `update session set revoked_at = $2, ended_from = 'elsewhere'
  where person_id = $1 and revoked_at is null and id_hash <> $3 and ($4::uuid is null or id = $4)`

export const sessionLine = (
  { id, openedAt, usedAt, here, ...device }: DeviceRow,
  locale: Locale
): SessionLine => ({
  id,
  device: deviceLabel(device, locale),
  openedAt: openedAt.toISOString(),
  usedAt: usedAt.toISOString(),
  here
})
