import type { Pool } from 'pg'

const sleepers = new WeakMap<Pool, Set<() => void>>()

/** Has this called as soon as something may wait in the outbox of a database. Returns how to have it called no more. */
export const onWake = (pool: Pool, call: () => void): (() => void) => {
  const calls = sleepers.get(pool) ?? new Set()
  sleepers.set(pool, calls.add(call))
  return () => void calls.delete(call)
}

/** Only this process hears it: a worker of another one finds what waits when it looks again. */
export const wake = (pool: Pool): void => {
  for (const call of sleepers.get(pool) ?? []) call()
}
