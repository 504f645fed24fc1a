import { expect, it } from 'vitest'
import { sweepExpired } from '../../../server/worker/sweep.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const { owner } = world.db
const { personId, orgId } = world.as('asso.rhone')

/** Two rows of a table, kept since so many hours: which of them are there once what is over was swept. */
const left = async (table: string, columns: string, since: (hours: number) => string, hours: number[]) => {
  for (const one of hours) await owner.query(`insert into ${table} ${columns} values ${since(one)}`)
  await sweepExpired(world.db)
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)
  await owner.query(`delete from ${table}`)
  return rows[0]!.n
}
const ago = (hours: number) => `now() - interval '${hours} hours'`
const day = 24

it('what was asked under a key is answered for seven days, and not on the eighth', async () => {
  const kept = (hours: number) => `('${personId}', '${hours}', 'x', 'case', gen_random_uuid(), ${ago(hours)})`
  const columns = '(person_id, key, request_mac, aggregate, aggregate_id, at)'
  expect(await left('idempotency', columns, kept, [0, 1, 7 * day - 1])).toBe(3)
  expect(await left('idempotency', columns, kept, [7 * day + 1, 8 * day])).toBe(0)
})

it('what an organisation was told is kept for thirty days, and not on the next', async () => {
  const told = (hours: number) =>
    `(gen_random_uuid(), '${orgId}', 'case', gen_random_uuid(), 1, ${ago(hours)})`
  const columns = '(id, org_id, about, about_id, seq, at)'
  expect(await left('notice', columns, told, [0, 30 * day - 1])).toBe(2)
  expect(await left('notice', columns, told, [30 * day + 1])).toBe(0)
})
