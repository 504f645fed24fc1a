import type { CaseView, Me } from '#lib/api.types.ts'
import { inRoom } from '#lib/shell/navigation.ts'

/** Whether this reader accompanies the person for an association, which may hand the whole case on to another. */
export const mayHandOn = (me: Pick<Me, 'rooms'>, { capacity }: Pick<CaseView, 'capacity'>): boolean =>
  inRoom(me, 'handings') && capacity.id === 'referent'
