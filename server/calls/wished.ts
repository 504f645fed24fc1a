import { usualWish, type CallWish } from '../../policies/calls/wish.ts'

const columns: Record<keyof CallWish, string> = {
  mode: 'mode',
  digestHour: 'digest_hour',
  quietFrom: 'quiet_from',
  quietUntil: 'quiet_until',
  daysOff: 'days_off'
}

/** The wish of a person `p`, of whom `mail_wish` as `w` may hold nothing: then what is usual. */
export const wishAs = (Object.keys(columns) as (keyof CallWish)[])
  .map((name) => `coalesce(w.${columns[name]}, '${usualWish[name]}') as "${name}"`)
  .join(', ')
