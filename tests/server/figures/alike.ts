import type { Pool } from 'pg'
import { codePerson, columnIds, type Codes } from '../../../figures/person/person.ts'
import { aLife } from '../../figures/person/a-life.ts'

const nobody = codePerson(aLife())[0]!.codes
const listed = columnIds.join(', ')

/** So many persons who are alike, straight in the store, as they were known at the beginning of the year: enough that a count is shown. */
export const drawAlike = (owner: Pool, n: number, year: number, codes: Partial<Codes>) =>
  owner.query(
    `insert into stat.person (rkey, key, year, known_from, entry, ${listed})
     select decode(md5($1::text || n), 'hex'), ('x' || left(md5($1::text || n), 8))::bit(32)::bigint, $3::int, make_date($3::int, 1, 2), 'flagged', ${listed}
     from generate_series(1, $2::int) n, jsonb_populate_record(null::stat.person, $1::jsonb)`,
    [JSON.stringify({ ...nobody, ...codes }), n, year]
  )
