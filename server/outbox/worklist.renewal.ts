import pg from 'pg'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import {
  liveDeadlinesIn,
  partyColumns,
  selectAll,
  situationOf,
  type CaseRow,
  type Part
} from '../cases/store.ts'
import { inContext, runQuery, settleAll, type Tx } from '../db/context.ts'
import { listed } from '../db/schema/columns.ts'
import { cases } from '../db/schema/schema.ts'
import { seenBy } from '../disclosure/hearers.ts'
import { lineTables } from './worklist.line.ts'
import { keptLine, over, writeLines, type Pending } from './worklist.ts'

const parties = `select ${partyColumns}, p.xmin::text as version from participation p join organisation o on o.id = p.org_id
  where p.case_id = any($1::uuid[]) and p.until is null and ($2::uuid is null or p.org_id = $2)`
const pending = `select case_id as "caseId", sender_org_id as "senderOrgId", kind, state, follow_up as "followUp", awaits_org_id as "awaitsOrgId"
  from referral where case_id = any($1::uuid[]) and state not in (${listed(over)})
    and (state in (${listed(openReferralStates)}) or follow_up is not null)`

type Wanted = { caseIds: readonly string[]; orgId: string | null }

/**
 * The lines of these cases made anew from what is kept of them, by the function by which the gate makes them: of everybody who
 * takes part, or of one organisation.
 */
export const linesAnew = async (tx: Tx, { caseIds, orgId }: Wanted) => {
  const [rows, taking, clocks, referrals] = await settleAll([
    runQuery<CaseRow>(tx, `${selectAll(cases)} where id = any($1::uuid[])`, [caseIds]),
    runQuery<Part & { version: string }>(tx, parties, [caseIds, orgId]),
    liveDeadlinesIn(tx, caseIds),
    runQuery<Pending & { caseId: string }>(tx, pending, [caseIds])
  ])
  const of = <T extends { caseId: string }>(all: readonly T[]) => Map.groupBy(all, ({ caseId }) => caseId)
  const [clocksOf, referralsOf, takingIn] = [of(clocks), of(referrals), of(taking)]
  return rows.flatMap((row) => {
    const situation = situationOf(row)
    const told = seenBy(situation.facts)
    const standing = {
      situation,
      clocks: clocksOf.get(row.id) ?? [],
      referrals: referralsOf.get(row.id) ?? []
    }
    return (takingIn.get(row.id) ?? []).map((one) => ({
      ...{ caseId: row.id, orgId: one.orgId, capacity: one.capacity, version: one.version },
      ...{ code: row.code, openedAt: row.openedAt },
      ...keptLine({ ...standing, at: new Date(one.movedAt) }, one, told(one.capacity))
    }))
  })
}

// Three conditions of an index, and not one `is distinct from`: a start that has nothing to renew reads nothing.
const stale = ['is null', '< $1', '> $1']
  .map(
    (other) => `(select case_id from participation where until is null and line_tables ${other} limit 1000)`
  )
  .join(' union ')

const nobody = { orgId: null, personId: null, role: 'system' } as const

const renewSome = (pool: pg.Pool): Promise<string[]> =>
  inContext(pool, nobody, async (tx) => {
    const rows = await runQuery<{ case_id: string }>(tx, stale, [lineTables.digest])
    const caseIds = rows.map(({ case_id }) => case_id).sort()
    await writeLines(tx, await linesAnew(tx, { caseIds, orgId: null }))
    return caseIds
  })

/**
 * Makes every line anew that other tables of the code made, as many cases at a time as a short transaction takes, and goes on
 * where it was stopped. What the gate writes meanwhile stands. Returns how many cases it looked at.
 */
export const renewLines = async (owner: pg.Pool): Promise<number> => {
  // As requests ask: what leaves together. The owner's own connections wait for each answer.
  const pool = new pg.Pool({ ...owner.options, max: 1, pipeline: true })
  try {
    let [looked, before] = [0, '']
    for (;;) {
      const caseIds = await renewSome(pool)
      // What cannot be written is made anew as it is read, and keeps nobody from starting.
      if (caseIds.length === 0 || caseIds.join() === before) return looked
      before = caseIds.join()
      looked += caseIds.length
    }
  } finally {
    await pool.end()
  }
}
