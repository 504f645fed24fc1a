import { sql } from 'drizzle-orm'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { referralKindIds, type Bilingual, type ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import type { Tx } from '../db/context.ts'
import { hideParts, threshold, type Shown } from './disclosure.ts'
import { casesAt, counted, flaggedYear } from './figures.ts'

/** Persons flagged in a year whom a kind of recipient was asked about in vain, by why; the last time counts. */
export type FailureCount = { year: number; kind: string; cause: string; persons: number }

/** Asylum places are counted with the others: so few of them would say who is in the rest. */
const together: Partial<Record<ReferralKind, ReferralKind>> = { dna: 'acse', dna_place: 'acse_place' }

const desk: Bilingual = {
  fr: 'Ac.Sé ou asile · coordination',
  en: 'Ac.Sé or asylum · coordination'
}
const structure: Bilingual = {
  fr: 'Ac.Sé ou asile · structure',
  en: 'Ac.Sé or asylum · structure'
}
const joined: Partial<Record<ReferralKind, Bilingual>> = { acse: desk, acse_place: structure }

export const askedKinds = referralKindIds.filter((kind) => !(kind in together))
export const kindLabel = (kind: ReferralKind): Bilingual => joined[kind] ?? kindRow(kind).label

/** What is no answer at all. */
const unanswered = {
  silence: { fr: 'sans réponse', en: 'no answer' },
  withdrawn: { fr: 'retirée', en: 'withdrawn' }
} as const satisfies Record<string, Bilingual>

export const causeLabels: Record<string, Bilingual> = {
  ...Object.fromEntries(
    referralKindIds.flatMap((kind) =>
      Object.entries(kindRow(kind).refusals).map(([code, { label }]) => [code, label])
    )
  ),
  ...unanswered
}

const causesOf = (kind: ReferralKind) => [...Object.keys(kindRow(kind).refusals), ...Object.keys(unanswered)]

/** For each person and kind of recipient, why the last referral that came to nothing did. One that waits is none yet. */
export const countFailures = async (tx: Tx, at: Date): Promise<FailureCount[]> => {
  const asked = sql.join(
    Object.entries(together).map(([kind, as]) => sql`when ${kind} then ${as}`),
    sql` `
  )
  const { rows } = await tx.execute<FailureCount>(sql`
    with failed as (
      select distinct on (case_id, kind) case_id, kind, cause from (
        select r.case_id, case r.kind ${asked} else r.kind end as kind, coalesce(r.answered_at, r.sent_at) as at,
          case r.state when 'declined' then r.reason when 'escalated' then 'silence' else 'withdrawn' end as cause
        from referral r
        where r.state in ('declined', 'escalated', 'withdrawn')
          and r.moved_at <= ${at.toISOString()}::timestamptz
      ) one
      order by case_id, kind, at desc, cause
    )
    select ${flaggedYear} as year, f.kind, f.cause, count(*)::int as persons
    from ${casesAt(at)} c join failed f on f.case_id = c.id
    where ${counted}
    group by 1, 2, 3`)
  return rows
}

/** By kind of recipient: how many persons, and the causes as parts of that total. */
export type Failures = Record<string, { total: number | null; causes: Shown }>

/** Kinds share persons and no total, so that each stands alone: its causes cannot be worked out from another’s. */
export const failuresOf = (rows: readonly FailureCount[], before: Failures | undefined): Failures =>
  Object.fromEntries(
    askedKinds.map((kind) => {
      const counts: Record<string, number> = Object.fromEntries(causesOf(kind).map((cause) => [cause, 0]))
      for (const row of rows)
        if (row.kind === kind) counts[row.cause] = (counts[row.cause] ?? 0) + row.persons
      const total = Object.values(counts).reduce((sum, persons) => sum + persons, 0)
      const causes = hideParts(counts, (cause) => before?.[kind]?.causes[cause] === null)
      return [kind, { total: total < threshold ? null : total, causes }]
    })
  )
