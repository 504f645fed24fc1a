/** SQLSTATE of PostgreSQL that is going, gone, full, read-only or too slow: classes of two characters, or whole codes. */
const lost = /^(08|53|58|57P0[123]$|57014$|55P03$|25006$)/
/** Of two transactions that stood in each other's way, this one was broken off: nothing of it is written. */
const standoff = /^(40P01|40001)$/
/** What a broken socket was doing; a file that is missing fails in another way. */
const sockets = new Set(['connect', 'read', 'write'])
/** The driver's own failures carry no code. */
const driver =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/

const isLoss = ({ code, message, syscall }: Error & { code?: unknown; syscall?: unknown }): boolean => {
  if (typeof code !== 'string') return driver.test(message)
  return lost.test(code) || standoff.test(code) || (code.startsWith('E') && sockets.has(String(syscall)))
}

/**
 * Whether a request failed because the database was not there for it, or not able to write. Whether what it asked was done
 * is then unknown: the connection may have been lost after the commit.
 */
export const isOutage = (error: unknown): boolean =>
  error instanceof Error && (isLoss(error) || isOutage(error.cause))

const isStandoff = (error: unknown): boolean =>
  error instanceof Error &&
  (standoff.test(String((error as { code?: unknown }).code)) || isStandoff(error.cause))

/** Done once more where PostgreSQL broke it off for another. For work that writes in its own transaction and nowhere else. */
export const onceMore = <T>(work: () => Promise<T>): Promise<T> =>
  work().catch((error: unknown) => {
    if (isStandoff(error)) return work()
    throw error
  })
