import type { CaseView } from '#lib/api.types.ts'

type Running = Pick<CaseView, 'regions' | 'referrals' | 'deadlines'>

const running = ['running', 'late']
/** What she agreed to, and the file itself, are nothing that somebody carries on. */
const apart = ['consent', 'closure']
/** Still answered by somebody, or waiting for an answer. */
const live = ['sent', 'questioned', 'escalated', 'accepted']

/** What an act that ends a case cuts off, as far as this reader sees it: `ends` are the clocks that stop with it. */
export const stillRunning = (
  { regions, referrals, deadlines }: Running,
  ends: readonly string[]
): Running => ({
  regions: regions.filter(({ id, tone }) => !apart.includes(id) && running.includes(tone)),
  referrals: referrals.filter(({ state }) => live.includes(state)),
  deadlines: deadlines.filter(({ code }) => ends.includes(code))
})
