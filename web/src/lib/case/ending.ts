import type { CaseView } from './case.types.ts'

type Running = Pick<CaseView, 'regions' | 'referrals'>

const running = ['running', 'late']
/** Still answered by somebody, or waiting for an answer. */
const live = ['sent', 'questioned', 'escalated', 'accepted']

/** What an act that ends a case cuts off, as far as this reader sees it. */
export const stillRunning = ({ regions, referrals }: Running): Running => ({
  regions: regions.filter(({ id, tone }) => id !== 'closure' && running.includes(tone)),
  referrals: referrals.filter(({ state }) => live.includes(state))
})
