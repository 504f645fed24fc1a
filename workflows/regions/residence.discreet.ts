const toldAs: Partial<Record<string, Record<string, string>>> = {
  // A roof like any other, found by whoever accompanies her.
  housing: { housed_dna: 'housed_chrs_other' },
  residence: {
    asylum_pending: 'regular_other',
    protected: 'regular_other',
    refused: 'irregular'
  }
}

/** A state as told to whoever may not know of asylum: the same word as for those who never sought it. */
export const discreet = (region: string, state: string): string => toldAs[region]?.[state] ?? state
