import {
  askedVersion,
  droppingRefused,
  publishingRefused,
  type Asked,
  type Refusal
} from '../../../figures/release/rules.ts'
import { preparesReleases } from '../../../policies/figures/releases.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import { audit } from '../../acts/audit.ts'
import type { Gate } from '../../acts/command-validation.ts'
import { actOnce, type Keyed } from '../../acts/once.ts'
import { runQuery, type Tx } from '../../db/context.ts'
import { NotFound, RuleRefused, wrongField } from '../../errors.ts'
import { endOf } from '../quarters.ts'
import { standingAt } from './askable.ts'
import { alone, releaseRow, type ReleaseRow } from './store.ts'

type Deed = { action: string; object: string; request: object }

/** One act on a release: for whoever prepares them, and looking like nothing at all to others. */
const releasing = (
  gate: Gate,
  asked: Keyed,
  { action, object, request }: Deed,
  work: (tx: Tx, at: Date) => Promise<string>
) =>
  actOnce(gate, asked, { command: action, object, aggregate: 'release', request }, async (tx, at) => {
    if (!preparesReleases(asked.actor)) throw new NotFound('not for this role')
    await audit(tx, asked.actor, at, { chain: 'system', action, object: await work(tx, at) })
  })

const refuse = (why: Bilingual) => new RuleRefused('not this release', why)
const refusal = ({ field, why }: Refusal) =>
  field === null ? refuse(why) : wrongField(field, 'not_now', why)

const insert = `insert into release (quarter, kind, version, as_of, erratum, left_out, asked_by, asked_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8) returning number`

/** Asks for a release: the queue counts, protects and attacks it. @throws RuleRefused @throws InvalidInput */
export const askRelease = (gate: Gate, by: Keyed, asked: Asked) =>
  releasing(
    gate,
    by,
    { action: 'release.ask', object: `release:${asked.quarter}`, request: asked },
    async (tx, at) => {
      await alone(tx)
      const made = askedVersion(asked, await standingAt(tx, at))
      if ('why' in made) throw refusal(made)
      const { quarter, kind, erratum, leftOut } = asked
      // A year is final as it is known when it is asked for; a quarter is as it was known when it ended.
      const asOf = kind === 'final' ? at : endOf(quarter)
      const values = [quarter, kind, made.version, asOf, erratum, leftOut, by.actor.personId, at]
      const [row] = await runQuery<{ number: number }>(tx, insert, values)
      await runQuery(tx, 'select enqueue_release($1)', [row!.number])
      return `release:${row!.number}`
    }
  )

const answering = (
  gate: Gate,
  by: Keyed,
  { action, number }: { action: 'release.publish' | 'release.drop'; number: number },
  { refused, set }: { refused: (row: ReleaseRow) => Bilingual | null; set: string }
) =>
  releasing(gate, by, { action, object: `release:${number}`, request: { number } }, async (tx, at) => {
    await alone(tx)
    const why = refused(await releaseRow(tx, number))
    if (why) throw refuse(why)
    const values = set.includes('$2') ? [number, by.actor.personId, at] : [number]
    await runQuery(tx, `update release set ${set} where number = $1`, values)
    return `release:${number}`
  })

/** Another person than who asked for it publishes it, once it has withstood the attacks. @throws RuleRefused */
export const publishRelease = (gate: Gate, by: Keyed, number: number) =>
  answering(
    gate,
    by,
    { action: 'release.publish', number },
    {
      refused: (row) => publishingRefused(row, by.actor),
      set: `state = 'published', published_by = $2, published_at = $3`
    }
  )

/** Gives up one that is not out. @throws RuleRefused */
export const dropRelease = (gate: Gate, by: Keyed, number: number) =>
  answering(
    gate,
    by,
    { action: 'release.drop', number },
    { refused: droppingRefused, set: `state = 'dropped'` }
  )
