import type { acting } from './acting.ts'

type Offered = { id: string; offer: string }

/** How the offer of a place comes to each of its ends. */
export const finalStates: Record<string, (tell: ReturnType<typeof acting>, of: Offered) => Promise<unknown>> =
  {
    declined: (tell, { offer }) => tell.move('foyer.azur', offer, 'decline', { reason: 'too_close' }),
    withdrawn: (tell, { offer }) => tell.move('acse', offer, 'withdraw'),
    ended: async (tell, { id, offer }) => {
      await tell.move('foyer.azur', offer, 'accept')
      await tell.act('foyer.azur', id, 'acse.declined_by_person')
    }
  }
