/** PostgreSQL's text is never forwarded: only the name of the rule that a row would break. */
export const brokenConstraint = (error: unknown): string | null => {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint } = cause as { code?: string; constraint?: string }
    if ((code === '23505' || code === '23514') && constraint) return constraint
  }
  return null
}
