import { handsCases, standsAt } from '../../../policies/organisations/handing.ts'
import type { Actor } from '../../../policies/actor.ts'
import { guards } from '../../../workflows/guards/guards.ts'
import { selectAll, situationOf, type CaseRow } from '../../cases/store.ts'
import { runQuery, type Tx } from '../../db/context.ts'
import { caseHandings } from '../../db/schema/schema.ts'
import { NotFound, RuleRefused } from '../../errors.ts'

export type Handing = typeof caseHandings.$inferSelect

const all = selectAll(caseHandings)

export const handingsWhere = (tx: Tx, condition: string, values: unknown[]) =>
  runQuery<Handing>(tx, `${all} where ${condition}`, values)

/** @throws NotFound for whoever is on neither side. */
const ofASide = (actor: Actor, row: Handing | undefined): Handing => {
  const sides = row && handsCases(actor) ? [row.fromOrgId, row.toOrgId] : []
  if (!row || !sides.includes(actor.orgId)) throw new NotFound('no such proposal for this organisation')
  return row
}

/** @throws NotFound */
export const handingFor = async (tx: Tx, id: string, actor: Actor): Promise<Handing> =>
  ofASide(actor, (await handingsWhere(tx, 'id = $1', [id]))[0])

/** One that waits, locked until the transaction ends; what was settled is written no more, and PostgreSQL locks it for nobody. */
export const lockWaiting = async (tx: Tx, id: string): Promise<Handing | undefined> =>
  (await handingsWhere(tx, 'id = $1 for update', [id]))[0]

/** It moves once, from proposed to what became of it; that its time passed is no move of anybody’s. */
export const versionOf = ({ state }: Pick<Handing, 'state'>): number => (state === 'proposed' ? 1 : 2)

export const isWaiting = (row: Handing, at: Date): boolean => standsAt(row, at) === 'proposed'

/** @throws RuleRefused where the file was merged into another, or is archived. */
export const mustLive = (row: CaseRow): void => {
  if (guards.inThisFile.holds(situationOf(row)) && !row.facts.archived) return
  throw new RuleRefused('a file that was left', guards.inThisFile.reason)
}
