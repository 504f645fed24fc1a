const toldAs: Record<string, string> = {
  asylum_pending: 'regular_other',
  protected: 'regular_other',
  refused: 'irregular'
}

/** The state of residence as told to whoever may not know of asylum: the same word as for those who never sought it. */
export const discreet = (region: string, state: string): string =>
  region === 'residence' ? (toldAs[state] ?? state) : state
