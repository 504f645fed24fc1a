import { expect, it } from 'vitest'
import { openTeams } from './signed-in.ts'

const { site, lead, me, tell, ask, post } = await openTeams()
const sql = async (text: string, values: unknown[] = []) => (await site.db.owner.query(text, values)).rows

it('a caseload of more cases than one page shows has each on one page, those that nobody follows first', async () => {
  const id = await tell.flagged(lead)
  const [{ id: team }] = (await post(lead, '/teams', { name: 'Lyon' })).body.teams
  const columns = (
    await sql(
      `select attname as name from pg_attribute where attrelid = '"case"'::regclass and attnum > 0 and not attisdropped
         and attgenerated = '' and attname not in ('id', 'code')`
    )
  ).map(({ name }) => name as string)
  await sql(
    `insert into "case" (id, code, ${columns.join(', ')})
     select gen_random_uuid(), 'ZZ' || lpad(n::text, 6, '0'), ${columns.join(', ')} from "case", generate_series(1, 60) n where id = $1`,
    [id]
  )
  await sql(
    `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
     select id, $1, 'referent', now() - interval '1 minute', 'test', now() from "case" where code like 'ZZ%'`,
    [me.orgId]
  )
  await sql(
    `insert into caseload (case_id, org_id, team_id, since, by_id, at)
     select id, $1, $2, now() - interval '1 minute', $3, now() from "case" where code like 'ZZ%' and code < 'ZZ000058'`,
    [me.orgId, team, me.personId]
  )
  type Line = { caseId: string; team: object | null }
  const found: Line[] = []
  for (let cursor: string | null = ''; cursor !== null && found.length < 200;) {
    const { body } = await ask(lead, `/teams/caseload${cursor && `?cursor=${cursor}`}`)
    found.push(...body.items)
    cursor = body.next
  }
  const all = (await sql('select id from "case"')).map((one) => one.id as string)
  expect(found.map(({ caseId }) => caseId).toSorted()).toEqual(all.toSorted())
  expect(found.map((one) => one.team === null)).toEqual(all.map((_, at) => at < 3))
})
