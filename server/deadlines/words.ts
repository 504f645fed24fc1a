import { placeTold } from '../../policies/told.ts'
import type { Capacity } from '../../workflows/capacities.ts'
import type { Facts } from '../../workflows/facts.ts'
import type { EventRow } from '../cases/timeline.ts'
import { ask, type Tx } from '../db/context.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import { openedIn } from './sealed.ts'
import { openersIn, toldWord, type Clock } from './told.ts'

type SpokenClock = Clock & Pick<DeadlineEntry, 'id' | 'sealed' | 'caseId' | 'firedAt'>

const clocksOf = `select id, sealed, case_id as "caseId", referral_id as "referralId", code, starts_on::text as "startsOn",
    due_on::text as "dueOn", due_at as "dueAt", computation, fired_at as "firedAt"
  from deadline where case_id = any($1::uuid[])`

/** What the clocks of these cases said, as a reader is told it. */
export const wordsOfClocks = async (tx: Tx, events: readonly EventRow[]) => {
  const said = events.filter(({ role }) => role === 'system')
  if (said.length === 0) return (event: EventRow) => event
  const ids = [...new Set(said.map(({ caseId }) => caseId))]
  const clocks = await ask<SpokenClock>(tx, clocksOf, [ids])
  const openers = await openersIn(tx, clocks.length > 0 ? ids : [])
  return (event: EventRow, capacity: Capacity, facts: Facts) => {
    const { caseId } = event
    const told = { ...placeTold(capacity, facts), openers: openers(caseId) }
    return toldWord(event, clocks.filter((clock) => clock.caseId === caseId).map(openedIn(tx)), told)
  }
}
