import { and, eq, inArray } from 'drizzle-orm'
import { refers } from '../../policies/abilities.ts'
import { encodeCursor } from '../cases/cursor.ts'
import { namesFor } from '../cases/names.ts'
import { takenPartIn } from '../cases/store.ts'
import type { Reader } from '../cases/view.ts'
import type { Tx } from '../db/context.ts'
import { cases, deadlines } from '../db/schema.ts'
import { masksFor } from '../links/open.ts'
import { poolOfRole } from '../places/pools.ts'
import type { Due } from '../deadlines/view.ts'
import { pageOf, type ReferralQuery } from './boxes.ts'
import { referralLine } from './line.ts'

const clocksOf = async (tx: Tx, ids: string[]) => {
  if (ids.length === 0) return new Map<string, Due>()
  const rows = await tx
    .select()
    .from(deadlines)
    .where(and(inArray(deadlines.referralId, ids), eq(deadlines.state, 'running')))
  return new Map(rows.map((row) => [row.referralId ?? '', row]))
}

/** What an organisation received or sent. Of the case, only those who may open it learn its code. */
export const listReferrals = async (tx: Tx, query: ReferralQuery, { actor, locale, now }: Reader) => {
  // Whoever sits in the cell for an organisation was neither asked nor asks in its name.
  if (!refers(actor.role)) return { items: [], next: null }
  const { page, next, more } = await pageOf(tx, query, actor.orgId)
  const clocks = await clocksOf(
    tx,
    page.map(({ id }) => id)
  )
  const readable =
    page.length === 0
      ? []
      : await tx
          .select({ id: cases.id, code: cases.code, territory: cases.territory })
          .from(cases)
          .where(
            inArray(
              cases.id,
              page.map(({ caseId }) => caseId)
            )
          )
  const mine = await takenPartIn(
    tx,
    readable.map(({ id }) => id),
    actor
  )
  const known = new Map(readable.filter(({ id }) => mine.has(id)).map((row) => [row.id, row]))
  const nameOf = await namesFor(
    tx,
    page.flatMap((row) => [row.senderOrgId, row.recipientOrgId, row.awaitsOrgId]),
    { actor, locale, pool: poolOfRole(actor.role), shelters: [] }
  )
  const masks = await masksFor(tx, page, actor)
  return {
    items: page.map((row) =>
      referralLine(row, {
        orgId: actor.orgId,
        now,
        locale,
        nameOf,
        masks,
        clock: clocks.get(row.id) ?? null,
        territory: known.get(row.caseId)?.territory ?? actor.territory ?? '75',
        caseCode: known.get(row.caseId)?.code ?? null
      })
    ),
    next: more && next ? encodeCursor(next) : null
  }
}
