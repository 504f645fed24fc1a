import { countBoth, type Places } from '../../workflows/deadlines/both.ts'
import { stoppableStates } from '../../workflows/deadlines/states.ts'
import { isFrozen } from '../../workflows/deadlines/suspension.ts'
import { alertsIn, type DeadlineConfig } from '../../workflows/deadlines/deadlines.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import type { Keys } from '../keys.ts'
import { columnsOf, frozenDays, measureOf, rewriteClocks } from './kept.ts'
import { asKept, opened } from './sealed.ts'
import { firstSaid } from './firing-time.ts'

type Steps = DeadlineEntry['steps']

/**
 * What was said is said, and what is left is said by the days of the other place. What is done at its end waits for the later of
 * both ends: a move cuts no right short.
 */
const stepsMoved = ({ steps: was, nextStep }: DeadlineEntry, now: Steps) => {
  const [ended, ends] = [was.at(-1), now.at(-1)]
  // One to which the law sets no end only warns.
  if (ended?.kind !== 'due' || ends?.kind !== 'due')
    return { steps: now, nextStep: Math.min(nextStep, now.length) }
  const end = Date.parse(ended.at) > Date.parse(ends.at) ? ended : ends
  return { steps: [...now.slice(0, -1), end], nextStep: Math.min(nextStep, now.length - 1) }
}

const live = `${selectAll(deadlines)} where case_id = $1 and state in (${listed(stoppableStates)})
  and (referral_id is null or state <> 'fired') for update`

type Where = Places & { config: DeadlineConfig }

const elsewhere = (keys: Keys, row: DeadlineEntry, { config, ...places }: Where) => {
  const measure = measureOf(opened(keys, row))
  const counted = columnsOf(measure, countBoth(measure, places, alertsIn(measure.code, config)))
  const shown = { ...counted, ...(isFrozen(row) && frozenDays(counted)) }
  const at = new Date(measure.stood.at(-1)?.to ?? measure.countedAt)
  return asKept(keys, { id: row.id, code: row.code, ...shown }, { ...places, at })
}

/** She is elsewhere: the first count of her clocks is made again, by the days and the hour of where she is now. */
export const followMove = async (tx: Tx, keys: Keys, caseId: string, where: Where): Promise<void> => {
  const rows = await runQuery<DeadlineEntry>(tx, live, [caseId])
  const moved = rows.map((row) => {
    const { steps: anew, nextAt: _nextAt, ...counted } = elsewhere(keys, row, where)
    const running = row.state === 'running' ? stepsMoved(row, anew) : null
    const nextAt = running && firstSaid(running.steps.slice(running.nextStep), { ...counted, code: row.code })
    return { ...row, ...counted, ...running, nextAt }
  })
  await rewriteClocks(tx, moved)
}
