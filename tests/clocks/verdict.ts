import type { Pool } from 'pg'
import { verifyChains } from '../../server/audit/chain.ts'
import type { TestDatabase } from '../support/running/db.ts'
import type { Crowd } from './gather.ts'
import { leftOf } from './left.ts'
import { midnight, type Story } from './stories.ts'

const rowsOf = async <T>(owner: Pool, text: string, values: unknown[] = []) =>
  (await owner.query(text, values)).rows as T[]

const setBack = `select d.case_id as "caseId", s.attempts, s.error, s.retry_at > now() - interval '1 minute' as paused, d.state
  from deadline_setback s join deadline d on d.id = s.deadline_id`
type SetBack = { caseId: string; attempts: number; error: string; paused: boolean; state: string }

/** Whatever a case that cannot be fired says of that night. */
const saidOf = `select (select count(*)::int from case_event where case_id = any($1) and at >= $2)
  + (select count(*)::int from audit_event where chain = any(select 'case:' || id from unnest($1::uuid[]) id)) as n`

const latest = `select max(late_seconds) as n from deadline where fired_at >= $1`

/** What is not as it would be had each case been fired alone; and of the poisoned, how they are kept. */
export const verdictOn = async (
  { owner }: TestDatabase,
  { healthy, poisoned }: Crowd,
  expected: ReadonlyMap<Story, string[]>
) => {
  const left = await leftOf(owner, [...healthy.keys()])
  const different = [...healthy].flatMap(([id, story]) => {
    const [now, should] = [left.get(id)!, expected.get(story)!]
    const differs = now.length !== should.length || now.some((line, at) => line !== should[at])
    const only = (these: string[], those: string[]) => these.filter((line) => !those.includes(line))
    return differs ? [{ story, id, instead: only(now, should), missing: only(should, now) }] : []
  })
  const kept = await rowsOf<SetBack>(owner, setBack)
  const isPoisoned = new Set(poisoned)
  const [said] = await rowsOf<{ n: number }>(owner, saidOf, [poisoned, new Date(midnight.getTime() - 1_000)])
  const [late] = await rowsOf<{ n: number }>(owner, latest, [midnight])
  const { faults } = await verifyChains(owner)
  return {
    different,
    setBack: kept.filter(
      ({ caseId, paused, state }) => isPoisoned.has(caseId) && paused && state === 'running'
    ).length,
    setBackWrongly: kept.filter(({ caseId }) => !isPoisoned.has(caseId)).length,
    errors: Object.fromEntries(
      [...Map.groupBy(kept, ({ error }) => error)].map(([error, of]) => [error, of.length])
    ),
    saidOfPoisoned: said!.n,
    latest: late!.n,
    faults: faults.length
  }
}
