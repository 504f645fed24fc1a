import { and, eq, inArray } from 'drizzle-orm'
import { refers } from '../../policies/abilities.ts'
import { encodeCursor } from '../reading/cursor.ts'
import { namesFor, servicesOf } from '../reading/names.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import type { Reader } from '../reading/view.ts'
import type { Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { masksFor } from '../links/open.ts'
import { pageOf, type ReferralQuery } from './boxes.ts'
import { referralLine } from './line.ts'
import { acquaintedBy, answerIn, whereaboutsIn } from './whereabouts.ts'

const clocksOf = async (tx: Tx, ids: string[]) => {
  if (ids.length === 0) return new Map<string, DeadlineEntry>()
  const rows = await tx
    .select()
    .from(deadlines)
    .where(and(inArray(deadlines.referralId, ids), eq(deadlines.state, 'running')))
  return new Map(rows.map((row) => [row.referralId ?? '', row]))
}

/** What an organisation received or sent. Of the case, only those who may open it learn its code. */
export const listReferrals = async (tx: Tx, query: ReferralQuery, { actor, locale, now }: Reader) => {
  // A member of the cell acts there for the cell: what their own organisation was asked, or asks, is not theirs to
  // read.
  if (!refers(actor.role)) return { items: [], next: null }
  const { page, next, more } = await pageOf(tx, query, actor.orgId)
  const clocks = await clocksOf(
    tx,
    page.map(({ id }) => id)
  )
  const known = await whereaboutsIn(
    tx,
    page.map(({ caseId }) => caseId),
    actor
  )
  const services = await servicesOf(
    tx,
    page.flatMap((row) => [row.senderOrgId, row.recipientOrgId, row.awaitsOrgId])
  )
  const masks = await masksFor(tx, page, actor)
  return {
    items: page.map((row) => {
      const where = known.get(row.caseId)
      const [clock, answer] = [clocks.get(row.id), answerIn(where, actor)]
      return referralLine(row, {
        orgId: actor.orgId,
        placed: where?.placed ?? false,
        now,
        locale,
        names: namesFor(services, acquaintedBy(where, [row], actor), locale),
        masks,
        clock: clock ? answer.told(clock) : null,
        territory: answer.territory,
        caseCode: where?.code ?? null
      })
    }),
    next: more && next ? encodeCursor([next]) : null
  }
}
