import type { ConsentView } from '#lib/api.types.ts'

/** Whether the person agreed to what crosses borders: the scope on which a file in HTCDS rests. */
export const agreedAbroad = (consents: readonly Pick<ConsentView, 'scope' | 'state'>[]): boolean =>
  consents.some(({ scope, state }) => scope === 'H' && state === 'given')
