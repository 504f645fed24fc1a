import { civilDate } from '../../workflows/calendar/calendar.ts'
import { placesOf, protocolPlaces } from '../../workflows/configuration/local/place.ts'
import type { MovingPart } from '../../workflows/configuration/local/moving.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
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

/** Which running cases a move is of, as `config_cases` asks: by the national part of their pair, or by place and local part. */
export const casesOf = (moving: MovingPart): (string | null)[] =>
  moving.territory === null ? [moving.from, null, null] : [null, moving.territory, moving.from]

/** Both versions of a move. @throws RuleRefused when cases cannot live under the second today. */
const bothVersions = async (tx: Tx, { from, to }: { from: string; to: string }, at: Date) => {
  const [left, entered] = [await readVersion(tx, from), await readVersion(tx, to)]
  const today = civilDate(at, 'Europe/Paris')
  if (left.state === 'draft' || entered.state !== 'published' || entered.effectiveOn > today)
    throw notMovable()
}

const local = `select state, effective_on::text as "effectiveOn" from local_protocol where name = $1 and place = any($2) and signed_at is not null`
type Local = { state: string; effectiveOn: string }

const placeOf = (name: string): string | null =>
  protocolPlaces.find((place) => name.startsWith(`${place}-`)) ?? null

/** Both protocols of a move, each of this territory or of the district that the cases left, or none of them. @throws NotFound @throws RuleRefused */
const bothProtocols = async (tx: Tx, territory: string, { from, to }: Ends, at: Date) => {
  const left = from === null ? null : placeOf(from)
  const places = left === null ? placesOf(territory) : [...placesOf(territory), ...placesOf(left)]
  for (const name of [from, to].filter((one) => one !== null)) {
    const [row] = await runQuery<Local>(tx, local, [name, places])
    if (!row) throw new NotFound('no such protocol there')
    const lives = row.state === 'signed' && row.effectiveOn <= civilDate(at, zoneOf(territory))
    if (name === to && !lives) throw notMovable()
  }
}

type Ends = { from: string | null; to: string | null }

/** @throws RuleRefused when cases cannot live where they would be moved to today. */
export const mustBeMovable = async (tx: Tx, moving: MovingPart, at: Date) => {
  if (moving.from === moving.to) throw sameVersion()
  await (moving.territory === null
    ? bothVersions(tx, moving, at)
    : bothProtocols(tx, moving.territory, moving, at))
}

const onlyOne = async (tx: Tx) => {
  await runQuery(tx, `select pg_advisory_xact_lock(hashtextextended('config_move', 0))`, [])
  const active = await runQuery(tx, `select id from config_move where state in ('moving', 'undoing')`, [])
  if (active.length > 0) throw underWay()
}

const insert = `insert into config_move (id, from_version, to_version, territory, from_local, to_local, state, started_by, started_at, total)
  select $1, $2, $3, $4, $5, $6, 'moving', $7, $8, coalesce(sum(c.cases), 0)::int from config_case_counts() c
    where case when $4::text is null then c.version = $2 else c.territory = $4 and c.local is not distinct from $5 end`

const endsOf = ({ territory, from, to }: MovingPart) =>
  territory === null ? [from, to, null, null, null] : [null, null, territory, from, to]

/** What a move is of, as the log of the administration names it. */
export const objectOf = ({ territory, to }: MovingPart) =>
  territory === null ? `configuration:${to}` : `protocol:${to ?? `${territory}-none`}`

/** Starts moving cases from one part of their pairs to another, for who has read its preview. The queue does it, case by case. */
export const startMoving = (
  gate: Gate,
  asked: Keyed,
  { moving, mark }: { moving: MovingPart; mark: string }
) =>
  administering(
    gate,
    asked,
    { action: 'configuration.start', object: objectOf(moving), request: moving },
    async (tx, at, id) => {
      await onlyOne(tx)
      await mustBeMovable(tx, moving, at)
      mustHavePreviewed(gate.keys, { ...moving, personId: asked.actor.personId }, { mark, now: at })
      await runQuery(tx, insert, [id, ...endsOf(moving), asked.actor.personId, at])
      await runQuery(tx, `select enqueue_config_move($1)`, [id])
    }
  )

/** Of the national part: from one version to another, in the whole country. */
export const startMove = (
  gate: Gate,
  asked: Keyed,
  { mark, from, to }: { from: string; to: string; mark: string }
) => startMoving(gate, asked, { moving: { territory: null, from, to }, mark })

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
    }
  )
