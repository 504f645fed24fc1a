/** The name of what an act was refused with, or null when it was done. */
export const refusal = async (act: Promise<unknown>): Promise<string | null> => {
  try {
    await act
    return null
  } catch (error) {
    return (error as Error).name
  }
}

/** How often each answer came. */
export const tally = (answers: readonly (string | null)[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(answers, (answer) => answer ?? 'done')].map(([answer, all]) => [answer, all.length])
  )

/** The French reason that was given, the name of the refusal where it gives none, or null when it was done. */
export const why = async (act: Promise<unknown>): Promise<string | null> => {
  try {
    await act
    return null
  } catch (error) {
    return (error as { reason?: { fr: string } }).reason?.fr ?? (error as Error).name
  }
}
