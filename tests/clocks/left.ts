import type { Pool } from 'pg'
import { midnight } from './stories.ts'

// What a night leaves of a case, in every table that a clock may write to. Ids and the seconds of the night are taken out, so
// that a case fired among ten thousand by two workers can be compared with the same case fired alone; so are the code of a copy, and
// the digest of the tables, which is of sources as the process that fires has loaded them.

const rowsOf: Record<string, string> = {
  case: `select id as case_id, to_jsonb(t) - 'code' as row from "case" t where id = any($1)`,
  ...Object.fromEntries(
    ['case_event', 'consent', 'participation', 'referral', 'stay', 'deadline'].map((table) => [
      table,
      `select case_id, to_jsonb(t) - '{case_code,line_tables}'::text[] as row from ${table} t where case_id = any($1)`
    ])
  ),
  compartment: `select case_id, jsonb_build_array(data_class, seq) as row from compartment where case_id = any($1)`,
  place: `select s.case_id, to_jsonb(p) - 'label' as row from stay s join place p on p.id = s.place_id where s.case_id = any($1)`,
  referral_event: `select r.case_id, to_jsonb(t) as row from referral_event t join referral r on r.id = t.referral_id where r.case_id = any($1)`,
  notice: `select coalesce(r.case_id, n.about_id) as case_id, to_jsonb(n) as row from notice n left join referral r on r.id = n.about_id
    where coalesce(r.case_id, n.about_id) = any($1)`,
  // Numbers and hashes are of the chain, which a copy begins; \`npm run verify-audit\` recounts those.
  audit: `select substr(chain, 6)::uuid as case_id, to_jsonb(a) - 'seq' - 'hash' - 'previous' as row from audit_event a
    where chain = any(select 'case:' || id from unnest($1::uuid[]) id) and at >= $2`
}

const before = midnight.getTime() - 1_000
const isOfNight = (at: number) => at >= before && at <= midnight.getTime() + 3_600_000

type Named = ReadonlyMap<string, string>

/** Who is who, by what is alike in two databases. */
const names = async (owner: Pool): Promise<Named> => {
  const { rows } = await owner.query<{ id: string; name: string }>(
    `select id::text, key as name from organisation union all select id::text, subject from person`
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const plain = (row: string, named: Named) =>
  row
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => named.get(id) ?? 'an id')
    .replace(/"\d{4}-\d\d-\d\dT[^"]+"/g, (at) =>
      isOfNight(Date.parse(JSON.parse(at) as string)) ? '"that night"' : at
    )
    .replace(/"late_seconds": ?(\d+)/, (all, seconds) =>
      Number(seconds) < 900 ? '"late_seconds": "few"' : all
    )

const some = 1_000

/** For each case, what is left of it, one line for each row. */
export const leftOf = async (owner: Pool, cases: readonly string[]): Promise<Map<string, string[]>> => {
  const named = await names(owner)
  const left = new Map(cases.map((id) => [id, [] as string[]]))
  for (let from = 0; from < cases.length; from += some)
    for (const [table, text] of Object.entries(rowsOf)) {
      const values = [cases.slice(from, from + some), ...(text.includes('$2') ? [new Date(before)] : [])]
      const { rows } = await owner.query<{ case_id: string; row: string }>(
        `select case_id, row::text as row from (${text}) one`,
        values
      )
      for (const { case_id, row } of rows) left.get(case_id)!.push(`${table} ${plain(row, named)}`)
    }
  for (const lines of left.values()) lines.sort()
  return left
}
