/** SQLSTATE of PostgreSQL that is going, gone, full, read-only or too slow: classes of two characters, or whole codes. */
const lost = /^(08|53|58|57P0[123]$|57014$|55P03$|25006$)/
/** What a broken socket was doing; a file that is missing fails in another way. */
const sockets = new Set(['connect', 'read', 'write'])
/** The driver's own failures carry no code. */
const driver =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/

const isLoss = ({ code, message, syscall }: Error & { code?: unknown; syscall?: unknown }): boolean => {
  if (typeof code !== 'string') return driver.test(message)
  return lost.test(code) || (code.startsWith('E') && sockets.has(String(syscall)))
}

/**
 * Whether a request failed because the database was not there for it, or not able to write. Whether what it asked was done
 * is then unknown: the connection may have been lost after the commit.
 */
export const isOutage = (error: unknown): boolean =>
  error instanceof Error && (isLoss(error) || isOutage(error.cause))
