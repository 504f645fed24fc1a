import pg from 'pg'
import { expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { insertOrganisation } from '../../../support/world.ts'
import { openDirectory } from '../directory.ts'
import { fates } from '../fates.ts'

// A row of each kind that names an organisation, in the house that goes, and one in another house: what follows does, and alone.

const site = await forFile(openDirectory())
const { ask, post, owner, world } = site

type Column = { name: string; type: string }
/** What a row needs: its columns that may not be empty and are filled by nothing. */
const needed = async (table: string) =>
  (
    await owner.query<Column>(
      `select attname as name, format_type(atttypid, null) as type from pg_attribute where attrelid = $1::regclass and attnum > 0
         and not attisdropped and attnotnull and not atthasdef and attidentity = '' and attgenerated = ''`,
      [`"${table}"`]
    )
  ).rows

const plain: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  date: `date '2027-11-20'`,
  'timestamp with time zone': 'now()',
  jsonb: `'{}'`,
  bytea: `'\\x01'`,
  boolean: 'false'
}
// Who is in a team goes where it does.
const filling = ({ name, type }: Column): string =>
  name === 'team_id'
    ? '(select id from team where org_id = $1)'
    : (plain[type] ?? (type.endsWith('[]') ? `'{}'` : `'1'`))

it('takes each column that follows to the house that stays, and no row of another', async () => {
  const [from, other] = [world.as('asso.rhone').orgId, world.as('asso.paris').orgId]
  const into = await insertOrganisation(site.db, {
    ...{ key: 'asso-reste', name: 'Qui reste', type: 'association', territory: '69' }
  })
  await owner.query('update organisation set by_team = true where id = any($1)', [[from, into, other]])
  const follows = Object.keys(fates).filter((name) => fates[name] === 'follows')
  const above = new pg.Client({ connectionString: site.db.superuserUrl })
  await above.connect()
  // No row stands for anything: what it would hang on, or be beside, is not asked for.
  await above.query('set session_replication_role = replica')
  const checks = `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as text from pg_constraint
    where contype = 'c' and conrelid <> 0 and connamespace = 'public'::regnamespace and conparentid = 0 and coninhcount = 0`
  for (const { text } of (await above.query<{ text: string }>(checks)).rows) await above.query(text)
  for (const name of follows) {
    const [table, column] = name.split('.') as [string, string]
    const columns = [...(await needed(table)).filter((one) => one.name !== column)]
    for (const org of [from, other])
      await above.query(
        `insert into "${table}" (${[column, ...columns.map((one) => `"${one.name}"`)].join()})
         values ($1, ${columns.map((one) => (one.name.endsWith('org_id') ? `'${other}'` : filling(one))).join()})`,
        [org]
      )
  }
  await above.end()
  await post('admin', `/organisations/${from}/proposals`, { kind: 'merge', into })
  const { proposals } = (await ask('admin', `/organisations/${from}`)).body
  const { id } = proposals.find(({ kind }: { kind: string }) => kind === 'merge')
  expect((await post('admin.bis', `/proposals/${id}/confirm`)).status).toBe(200)
  const held = async (org: string) => {
    const names: string[] = []
    for (const name of follows) {
      const [table, column] = name.split('.')
      if ((await owner.query(`select from "${table}" where ${column} = $1 limit 1`, [org])).rowCount)
        names.push(name)
    }
    return names
  }
  expect(await held(into)).toEqual(follows)
  expect(await held(other)).toEqual(follows)
  expect(await held(from)).toEqual([])
})
