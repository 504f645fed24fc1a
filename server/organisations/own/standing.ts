import type { Actor } from '../../../policies/actor.ts'
import { lacking, needs } from '../../../policies/habilitations.ts'
import type { OrgState } from '../../../policies/organisations.ts'
import { regimeRows } from '../../../policies/organisations/regimes.ts'
import { regimesOf } from '../../cases/habilitations.ts'
import { runQuery, type Tx } from '../../db/context.ts'
import type { Reader } from '../../disclosure/reader.ts'
import type { Locale } from '../../locale.ts'
import type { Me } from '../../views/schemas.ts'

/** Said before anybody writes what would not be received. */
export const flagRefusedTo = (
  { role }: Actor,
  held: readonly string[],
  locale: Locale
): Me['flagRefused'] => {
  const why = lacking('case.flag', role, held)
  const row = regimeRows[needs['case.flag']!.regime]
  return why && { why: why[locale], regime: row[locale], givenBy: row.givenBy[locale] }
}

const state = `select status from organisation where id = $1 and status <> 'accredited'`

type Standing = Pick<Me, 'flagRefused' | 'waits'>

export const nothingInTheWay: Standing = { flagRefused: null, waits: null }

/** Whether anything may keep somebody from flagging, or from everything: each page asks who is there, and most need ask no more. */
export const mayBeKept = ({ accredited, role }: Actor): boolean =>
  !accredited || needs['case.flag']!.of.includes(role)

/** What keeps the reader from flagging, or from everything. */
export const ownStanding = async (tx: Tx, { actor, locale }: Reader): Promise<Standing> => {
  if (!actor.accredited) {
    const [row] = await runQuery<{ status: Exclude<OrgState, 'accredited'> }>(tx, state, [actor.orgId])
    return { flagRefused: null, waits: row ? { state: row.status, manages: actor.manager === true } : null }
  }
  return { flagRefused: flagRefusedTo(actor, await regimesOf(tx, actor.orgId), locale), waits: null }
}
