import type { Actor } from '../../policies/actor.ts'
import { narrowedBy, singled } from '../../policies/lists/trade.ts'
import { countCap, counted, spokenFor } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import { lineTables } from '../outbox/worklist.line.ts'
import type { ListChoices } from '../views/saved-views.ts'
import { followers, sorts } from './filter.ts'
import { mostLooked } from './order.ts'
import { sortWords, whoseWords, wordOf } from './words.ts'

// Counted on the lines that moved last: what a list costs does not grow with it.
const wordsOf = ({ role }: Pick<Actor, 'role'>) => `with own as materialized (
    select p.case_id, p.marks, p.waits_for from participation p
    where p.org_id = $1 and p.until is null and ${spokenFor(role)} and p.since <= (select wall_clock())
      and p.line_tables = $2 order by p.moved_on desc limit ${mostLooked})
  select word, least(count(distinct case_id), ${countCap})::int as n from (
    select case_id, unnest(marks) as word from own
    union all select case_id, 'act:' || waits_for from own where waits_for is not null) each group by word`

const inTeams = 'select by_team as "byTeam" from organisation where id = $1'

/** By what the reader may narrow their list, and how many of its lines each word finds. */
export const choicesFor = async (tx: Tx, { actor, locale }: Reader): Promise<ListChoices> => {
  const { orgId, role } = actor
  const rows = await runQuery<{ word: string; n: number }>(tx, wordsOf(actor), [orgId, lineTables.digest])
  const [house] = await runQuery<{ byTeam: boolean }>(tx, inTeams, [orgId])
  const by = narrowedBy(role)
  const found = (word: string) => counted(rows.find((row) => row.word === word)?.n ?? 0)
  const choices = (name: 'stage' | 'form' | 'act' | 'only', values: readonly string[]) =>
    values.map((value) => ({
      value,
      label: wordOf(name, value, locale),
      found: found(name === 'only' ? value : `${name}:${value}`)
    }))
  return {
    stage: choices('stage', by.stage),
    form: choices('form', by.form),
    // Of all that may ever be waited for, what is.
    act: choices('act', by.act).filter((one) => one.found.n > 0),
    only: choices('only', singled),
    whose: house?.byTeam ? followers.map((value) => ({ value, label: whoseWords[value][locale] })) : [],
    sort: sorts.map((value) => ({ value, label: sortWords[value][locale] }))
  }
}
