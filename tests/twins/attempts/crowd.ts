import type { Client } from 'pg'
import { thresholds } from '../../../figures/mask/mask.ts'
import { isOfNoClass } from '../../../server/disclosure/clocks.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'

// A house of one life counts nobody: figures begin where there are enough people. Here are enough others, with every clock that
// tells something of whom it is, so that one more is counted.

const id = (n: string, column: string) =>
  `('00000000-0000-4000-a000-' || lpad(to_hex(${n}), 12, '0'))::uuid as ${column}`
const codes = Object.keys(deadlineRegister).filter((code) => !isOfNoClass(code))

/** Their codes come before any that is drawn, and they stand alike. */
const others = `insert into "case" select (jsonb_populate_record(c, jsonb_build_object('id', o.id, 'code', '2222222' || chr(64 + o.n),
    'territory', '75', 'identification', 'flagged'))).*
  from "case" c, (select n, ${id('n', 'id')} from generate_series(1, ${thresholds.public}) n) o where c.id = $1`

const theirClocks = `insert into deadline select (jsonb_populate_record(null::deadline, to_jsonb(d) || jsonb_build_object('id', o.id, 'case_id', o.case_id,
    'referral_id', null, 'code', o.code, 'state', 'running', 'starts_on', o.day, 'due_on', o.day, 'due_at', o.day,
    'met_starts_on', o.day, 'met_due_on', o.day, 'met_due_at', o.day, 'started_at', null, 'stood', '[]'::jsonb, 'sealed', null))).*
  from (select * from deadline order by id limit 1) d,
    (select ${id('n * 1000 + c.at', 'id')}, ${id('n', 'case_id')}, c.code, date '2026-12-01' as day
      from generate_series(1, ${thresholds.public}) n, unnest($1::text[]) with ordinality c(code, at)) o`

export const crowd = async (client: Client, caseId: string): Promise<void> => {
  await client.query(others, [caseId])
  await client.query(theirClocks, [codes])
}
