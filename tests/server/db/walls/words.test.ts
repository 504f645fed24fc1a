import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../support/running/db.ts'
import { forFile } from '../../../support/for-file.ts'

const db = await forFile(freshDatabase())

const named = (id: string) => `${id}::regclass::text`
const ours = (id: string) =>
  `(select relnamespace from pg_class where oid = ${id}) in ('public'::regnamespace, 'stat'::regnamespace)`
const told = (word: string, text: string) =>
  `case when ${text} is null then '' else ' ${word} ' || ${text} end`

/** What each wall says. The lists of words (`_known`) follow the code: `vocabularies.test.ts` holds them. */
const words = {
  policies: `select 'policy ' || polname || ' on ' || ${named('polrelid')} || ${told('using', 'pg_get_expr(polqual, polrelid)')}
      || ${told('with check', 'pg_get_expr(polwithcheck, polrelid)')} from pg_policy where ${ours('polrelid')}`,
  constraints: `select conname || ' on ' || ${named('conrelid')} || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where contype = any('{c,f,p,u,x}') and conname not like '%\\_known' and ${ours('conrelid')}`,
  indexes: `select pg_get_indexdef(indexrelid) from pg_index where indisunique and ${ours('indrelid')}
      and not exists (select from pg_constraint where conindid = indexrelid)`,
  triggers: `select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal and ${ours('tgrelid')}`,
  functions: `select oid::regprocedure::text || ' ' || md5(prosrc) from pg_proc p
      where pronamespace in ('public'::regnamespace, 'stat'::regnamespace)
        and not exists (select from pg_depend where objid = p.oid and deptype = 'e')`
}

// A photograph: it says that a wall changed, and nothing of whether it is right. Who takes it anew (`vitest run … -u`) reads what
// changed: that a wall holds is seen by those who try to pass it.
describe('the words of the walls', () => {
  it.each(Object.entries(words))('of the %s are those that were read', async (what, text) => {
    const { rows } = await db.owner.query<{ said: string }>(
      `select regexp_replace(said, '\\s+', ' ', 'g') as said from (${text}) as walls (said) order by said collate "C"`
    )
    expect(rows.length).toBeGreaterThan(10)
    await expect(`${rows.map(({ said }) => said).join('\n')}\n`).toMatchFileSnapshot(`words/${what}.txt`)
  })
})
