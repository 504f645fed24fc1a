import { countIn, type Measure } from '../../workflows/deadlines/both.ts'
import { durationOf, type DeadlineConfig } from '../../workflows/deadlines/deadlines.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { measureOf } from './kept.ts'

// Holidays and hours that Alsace or an island has for itself are left out: an order by them would tell where somebody is.
const anywhere = '75'

/**
 * Until when an answer is awaited, by the calendar that the whole country shares: what waits is sorted by it for everybody alike,
 * and it is shown to nobody.
 */
const answerDay = (measure: Measure) => countIn(measure, anywhere, []).dueOn

export const firstAnswerDay = (kind: ReferralKind, at: Date, config: DeadlineConfig) => {
  const code = kindRow(kind).answerWithin
  return answerDay({
    ...{ code, from: at, countedAt: at, sinceMajority: false, stood: [] },
    ...durationOf(code, config)
  })
}

const answerClocks = `${selectAll(deadlines)} where case_id = $1 and referral_id is not null and state = 'running'`
const keep = `update referral r set answer_by = k.day from unnest($1::uuid[], $2::date[]) as k (id, day) where r.id = k.id`

/** After what has these clocks run longer: a question that was answered, a circular that gives another length. */
export const keepAnswerDays = async (tx: Tx, caseId: string): Promise<void> => {
  const clocks = await runQuery<DeadlineEntry>(tx, answerClocks, [caseId])
  if (clocks.length === 0) return
  await runQuery(tx, keep, [
    clocks.map(({ referralId }) => referralId),
    clocks.map((clock) => answerDay(measureOf(clock)))
  ])
}
