import { refers } from '../../policies/abilities.ts'
import { encodeCursor } from '../http/cursor.ts'
import { namesFor, servicesOf } from '../disclosure/names.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { discloseReferral } from '../disclosure/referral.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { masksFor } from './by-link.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { countsOf, pageOf, type ReferralQuery } from './boxes.ts'
import { referralLine } from './line.ts'
import type { ReferralEntry } from './store.ts'
import { acquaintedBy, answerIn, whereaboutsIn } from './whereabouts.ts'

const running = `${selectAll(deadlines)} where referral_id = any($1::uuid[]) and state = 'running'`

/** What the lines of these referrals tell beyond themselves, and of whom: the services of their steps among them. */
export const contextsOf = async (
  tx: Tx,
  rows: readonly ReferralEntry[],
  { reader, acting = [] }: { reader: Reader; acting?: (string | null)[] }
) => {
  const { actor, locale, now } = reader
  const ids = rows.map(({ id }) => id)
  const clocks = await runQuery<DeadlineEntry>(tx, running, [ids])
  const caseIds = rows.map(({ caseId }) => caseId)
  const known = await whereaboutsIn(tx, caseIds, actor)
  const sides = rows.flatMap((row) => [row.senderOrgId, row.recipientOrgId, row.awaitsOrgId])
  const services = await servicesOf(tx, [...sides, ...acting])
  const masks = await masksFor(tx, rows, actor)
  return (row: ReferralEntry) => {
    const where = known.get(row.caseId)
    const { told, territory } = answerIn(where, actor)
    const clock = clocks.find(({ referralId }) => referralId === row.id)
    const names = namesFor(services, acquaintedBy(where, [row], actor), locale)
    return {
      ...{ now, locale, names, masks, territory, told, where },
      placed: where?.placed ?? false,
      clock: clock ? told(clock) : null,
      caseCode: where?.code ?? null
    }
  }
}

const countsTold = async (tx: Tx, query: ReferralQuery, { actor, locale }: Reader) => {
  const { waiting, kinds } = await countsOf(tx, query, actor)
  return {
    waiting,
    kinds: kinds.map(({ kind, found }) => ({ value: kind, label: kindRow(kind).label[locale], found }))
  }
}

/** What an organisation received or sent. Of the case, only those who may open it learn its code. */
export const listReferrals = async (tx: Tx, query: ReferralQuery, reader: Reader) => {
  // A member of the cell acts there for the cell: what their own organisation was asked, or asks, is not theirs to
  // read.
  if (!refers(reader.actor.role)) return { items: [], next: null }
  const { page, next } = await pageOf(tx, query, reader.actor)
  const contextOf = await contextsOf(tx, page, { reader })
  return {
    items: page.map((row) => {
      const context = contextOf(row)
      return referralLine(discloseReferral(row, context.where, reader.actor), context)
    }),
    next: next && encodeCursor([next]),
    ...(query.counts && { counts: await countsTold(tx, query, reader) })
  }
}
