import type { Actor } from '../../policies/actor.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import { RuleRefused } from '../errors.ts'
import { mostSaved, type SavedViews } from '../views/saved-views.ts'
import { isTold } from './filter.ts'
import { kept, labelOf, type Kept } from './words.ts'

const own = `select id, asked from saved_view where person_id = $1 and org_id = $2 order by at, id limit ${mostSaved}`

/** In one order, so that one list is kept once. */
const written = (asked: Kept) =>
  JSON.stringify(
    Object.fromEntries(kept.flatMap((name) => (asked[name] === undefined ? [] : [[name, asked[name]]])))
  )

/** Lists that the reader has kept. One whose words are no longer of their list (they have another role now) is not shown. */
export const savedViews = async (tx: Tx, { actor, locale }: Reader): Promise<SavedViews> => {
  const rows = await runQuery<{ id: string; asked: string }>(tx, own, [actor.personId, actor.orgId])
  const views = rows.map(({ id, asked }) => ({ id, asked: JSON.parse(asked) as Kept }))
  return {
    items: views
      .filter(({ asked }) => isTold(actor, asked))
      .map(({ id, asked }) => ({
        id,
        label: labelOf(asked, locale),
        asked: Object.entries(asked).map(([name, value]) => ({ name, value }))
      }))
  }
}

const tooMany = () =>
  new RuleRefused('as many lists as a person keeps', {
    fr: `Vous gardez déjà ${mostSaved} listes : retirez-en une`,
    en: `You keep ${mostSaved} lists already: remove one`
  })

const count = 'select count(*)::int as n from saved_view where person_id = $1 and org_id = $2 and asked <> $3'
const insert = `insert into saved_view (person_id, org_id, asked, at) values ($1, $2, $3, $4)
  on conflict on constraint saved_view_once do nothing`

/** Asked twice it is kept once. @throws RuleRefused */
export const saveView = async (tx: Tx, { personId, orgId }: Actor, asked: Kept, at: Date) => {
  const values = [personId, orgId, written(asked)]
  const [[found]] = await settleAll([runQuery<{ n: number }>(tx, count, values)])
  if (found!.n >= mostSaved) throw tooMany()
  await runQuery(tx, insert, [...values, at])
}

/** Of one's own: anybody else’s is not there, and removing it again changes nothing. */
export const removeView = (tx: Tx, id: string) => runQuery(tx, 'delete from saved_view where id = $1', [id])
