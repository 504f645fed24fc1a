import { randomUUID } from 'node:crypto'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import type { Gate } from '../acts/command-validation.ts'
import type { Keyed } from '../acts/once.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { NotFound, RuleRefused } from '../errors.ts'
import { mustHavePreviewed } from './previewed.ts'
import { administering, readVersion } from './versions.ts'

const notMovable = () =>
  new RuleRefused('not a version to live under', {
    fr: 'On ne passe des dossiers qu’à une version publiée et en vigueur.',
    en: 'Cases are moved only to a version that is published and in force.'
  })
const sameVersion = () =>
  new RuleRefused('the same version', {
    fr: 'Choisissez deux versions différentes.',
    en: 'Choose two different versions.'
  })
const underWay = () =>
  new RuleRefused('a move is under way', {
    fr: 'Un passage de dossiers est déjà en cours : attendez qu’il soit fini.',
    en: 'A move of cases is already under way: wait until it is done.'
  })
const notUndoable = () =>
  new RuleRefused('nothing to undo', {
    fr: 'Ce passage est déjà défait, ou en train de l’être.',
    en: 'This move is already undone, or being undone.'
  })

/** Both versions of a move. @throws RuleRefused when cases cannot live under the second today. */
export const bothOf = async (tx: Tx, { from, to }: { from: string; to: string }, at: Date) => {
  if (from === to) throw sameVersion()
  const [left, entered] = [await readVersion(tx, from), await readVersion(tx, to)]
  const today = civilDate(at, 'Europe/Paris')
  if (left.state === 'draft' || entered.state !== 'published' || entered.effectiveOn > today)
    throw notMovable()
  return { from: left.body, to: entered.body }
}

const onlyOne = async (tx: Tx) => {
  await runQuery(tx, `select pg_advisory_xact_lock(hashtextextended('config_move', 0))`, [])
  const active = await runQuery(tx, `select id from config_move where state in ('moving', 'undoing')`, [])
  if (active.length > 0) throw underWay()
}

const insert = `insert into config_move (id, from_version, to_version, state, started_by, started_at, total)
  values ($1, $2, $3, 'moving', $4, $5, coalesce((select cases from config_case_counts() where version = $2), 0))`

/** Starts moving every case of one version to another, for who has read its preview. The queue does it, case by case. */
export const startMove = (
  gate: Gate,
  asked: Keyed,
  { mark, ...between }: { from: string; to: string; mark: string }
) =>
  administering(
    gate,
    asked,
    { action: 'configuration.start', object: `configuration:${between.to}`, request: between },
    async (tx, at) => {
      await onlyOne(tx)
      await bothOf(tx, between, at)
      mustHavePreviewed(gate.keys, { ...between, personId: asked.actor.personId }, { mark, now: at })
      const id = randomUUID()
      await runQuery(tx, insert, [id, between.from, between.to, asked.actor.personId, at])
      await runQuery(tx, `select enqueue_config_move($1)`, [id])
      return { id }
    }
  )

/** Cases that an undone move could not put back: they still stand where it had moved them. */
export const stuckCases = `case when m.state = 'undone' then
  (select count(*)::int from config_move_case l where l.move_id = m.id and l.state = 'moved') else 0 end`

const locked = `select m.state, ${stuckCases} as stuck from config_move m where m.id = $1 for update of m`

/** From its first case again: what is back already is no moved case any more. */
const startUndoing = `update config_move set state = 'undoing', undone_by = $2, undone_at = $3, finished_at = null, cursor = ''
  where id = $1`

/** Puts versions and due dates back, but for cases that another version holds by now. Asked again, those that it could not. */
export const undoMove = (gate: Gate, asked: Keyed, id: string) =>
  administering(
    gate,
    asked,
    { action: 'configuration.undo', object: `configuration.move:${id}`, request: { id } },
    async (tx, at) => {
      const [move] = await runQuery<{ state: string; stuck: number }>(tx, locked, [id])
      if (!move) throw new NotFound('no such move')
      if (!['moving', 'moved'].includes(move.state) && move.stuck === 0) throw notUndoable()
      if (move.state !== 'moving') await onlyOne(tx)
      await runQuery(tx, startUndoing, [id, asked.actor.personId, at])
      await runQuery(tx, `select enqueue_config_move($1)`, [id])
      return { id }
    }
  )
