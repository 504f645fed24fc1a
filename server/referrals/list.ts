import { and, eq, inArray } from 'drizzle-orm'
import { refers } from '../../policies/abilities.ts'
import { encodeCursor } from '../cases/cursor.ts'
import { anOrganisation, namesFor, senderTold } from '../cases/names.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import type { Reader } from '../cases/view.ts'
import type { Tx } from '../db/context.ts'
import { deadlines } from '../db/schema.ts'
import { masksFor } from '../links/open.ts'
import { poolOfRole } from '../places/pools.ts'
import { pageOf, type ReferralQuery } from './boxes.ts'
import { referralLine } from './line.ts'
import { settlesForAnother } from './sides.ts'
import { answerIn, whereaboutsIn, type Whereabouts } from './whereabouts.ts'

const clocksOf = async (tx: Tx, ids: string[]) => {
  if (ids.length === 0) return new Map<string, DeadlineEntry>()
  const rows = await tx
    .select()
    .from(deadlines)
    .where(and(inArray(deadlines.referralId, ids), eq(deadlines.state, 'running')))
  return new Map(rows.map((row) => [row.referralId ?? '', row]))
}

type Row = Awaited<ReturnType<typeof pageOf>>['page'][number]

/** The names of both sides: of a case of which the reader is not told where she went, by a rule of their own. */
const namesIn = async (
  tx: Tx,
  page: readonly Row[],
  known: ReadonlyMap<string, Whereabouts>,
  { actor, locale }: Pick<Reader, 'actor' | 'locale'>
) => {
  const naming = (rows: readonly Row[], untold: readonly string[]) =>
    namesFor(
      tx,
      rows.flatMap((row) => [row.senderOrgId, row.recipientOrgId, row.awaitsOrgId]),
      { actor, locale, pool: poolOfRole(actor.role), shelters: [], untold }
    )
  const untoldOf = ({ caseId }: Row) => known.get(caseId)?.untold ?? []
  const all = await naming(page, [])
  const moved = new Map<string, typeof all>()
  for (const row of page.filter((one) => untoldOf(one).length > 0))
    moved.set(row.id, await naming([row], untoldOf(row)))
  return (row: Row) => moved.get(row.id) ?? all
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
  const known = await whereaboutsIn(
    tx,
    page.map(({ caseId }) => caseId),
    actor
  )
  const namesOf = await namesIn(tx, page, known, { actor, locale })
  const masks = await masksFor(tx, page, actor)
  return {
    items: page.map((row) => {
      const [clock, answer] = [clocks.get(row.id), answerIn(known.get(row.caseId), actor)]
      const placed = known.get(row.caseId)?.placed ?? false
      const nameOf = (id: string) => {
        if (id !== row.senderOrgId) return namesOf(row)(id)
        if (settlesForAnother(row, actor.orgId)) return anOrganisation[locale]
        return senderTold(namesOf(row)(id), { placed, locale })
      }
      return referralLine(row, {
        orgId: actor.orgId,
        placed,
        now,
        locale,
        nameOf,
        masks,
        clock: clock ? answer.told(clock) : null,
        territory: answer.territory,
        caseCode: known.get(row.caseId)?.code ?? null
      })
    }),
    next: more && next ? encodeCursor([next]) : null
  }
}
