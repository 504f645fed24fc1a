const minute = 60_000
const hour = 60 * minute

/**
 * How far away an instant is, in whole minutes or hours, and never rounded up: nobody counts on an hour that is not left.
 * « 0 minute » says nothing of the last one.
 */
export const hoursAway = (ms: number): { unit: 'Minutes' | 'Hours'; n: number } =>
  ms < hour
    ? { unit: 'Minutes', n: Math.max(1, Math.floor(ms / minute)) }
    : { unit: 'Hours', n: Math.floor(ms / hour) }
