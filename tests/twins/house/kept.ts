import pg from 'pg'
import { crowd } from '../attempts/crowd.ts'

// What the database holds of a life at each of its steps, kept beside it: a twin begins where it parts from that life, and
// what both share is not lived again.

// What stays from one life to the next; all else is of a case.
const standing = `('organisation', 'person', 'membership', 'habilitation', 'place', 'place_address', 'session',
  'config_version', 'demonstration_clock', 'twin_clock', 'purpose', 'release', 'release_table', 'release_measure', 'sight', 'team', 'team_member', 'team_cover', 'mail_wish', 'mail_call', 'calendar_feed')`

/** Each table of cases with the columns that are written; of the organisations, those that a life has made. */
const ofCases = `
  select quote_ident(c.relname) as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
      case c.relname when 'organisation' then 'where type = ''external''' else '' end as which
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like '%migration%'
      and (c.relname = 'organisation' or c.relname not in ${standing})
    group by c.relname`

type Table = { name: string; columns: string; which: string }

const emptied = ({ name, which }: Table) => `delete from public.${name} ${which};`
const forgotten = ({ name }: Table) => `delete from kept.${name};`
const kept = ({ name, columns, which }: Table) =>
  `delete from kept.${name} where at_step = n;
   insert into kept.${name} select n, ${columns} from public.${name} ${which};`
const back = ({ name, columns }: Table) =>
  `insert into public.${name} (${columns}) overriding system value select ${columns} from kept.${name} where at_step = n;`

const made = (name: string, body: string) =>
  `create function kept.${name}(n int) returns void language plpgsql as $$ begin ${body} end $$;`

export type Keeper = {
  /** Takes all cases away, and all that was kept. */
  empty: () => Promise<void>
  keep: (step: number) => Promise<void>
  /** Makes the database what it was at this step. */
  back: (step: number) => Promise<void>
  /** Puts a case among so many others that what is counted of it is told. */
  crowd: (caseId: string) => Promise<void>
  close: () => Promise<void>
}

/** Rows that are gone take room until somebody sweeps. */
const sweptEach = 8

/** As the superuser, whom neither walls nor triggers stop: what is put back had passed them. */
export const keeperOf = async (connectionString: string): Promise<Keeper> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('set session_replication_role = replica')
  const { rows: tables } = await client.query<Table>(ofCases)
  const all = (one: (table: Table) => string) => tables.map(one).join('\n')
  await client.query('create schema kept')
  for (const { name, columns } of tables)
    await client.query(
      `create unlogged table kept.${name} as select 0 as at_step, ${columns} from public.${name} with no data`
    )
  await client.query(made('empty', all(emptied) + all(forgotten)))
  await client.query(made('keep', all(kept)))
  await client.query(made('back', all(emptied) + all(back)))
  let lives = 0
  return {
    empty: async () => {
      await client.query('select kept.empty(0)')
      if ((lives += 1) % sweptEach === 0)
        await client.query(`vacuum ${tables.flatMap(({ name }) => [name, `kept.${name}`]).join(', ')}`)
    },
    keep: async (step) => void (await client.query('select kept.keep($1)', [step])),
    back: async (step) => void (await client.query('select kept.back($1)', [step])),
    crowd: (caseId) => crowd(client, caseId),
    close: () => client.end()
  }
}
