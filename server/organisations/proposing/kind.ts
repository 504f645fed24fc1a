import type { OrgType } from '../../../policies/actor.ts'
import { runQuery, type Tx } from '../../db/context.ts'
import { RuleRefused } from '../../errors.ts'
import type { OrganisationRow } from '../store.ts'

type Row = Pick<OrganisationRow, 'id' | 'status' | 'type'>

const begun = 'select organisation_begun($1) as begun'

/** Whether its kind may still be corrected: nobody acts in it, nothing was given to it, and nothing but its accreditation waits. */
export const mendsKind = async (tx: Tx, { id, status }: Pick<Row, 'id' | 'status'>): Promise<boolean> =>
  status === 'pending' && !(await runQuery<{ begun: boolean }>(tx, begun, [id]))[0]!.begun

/** @throws RuleRefused for another kind than the one that it has, where that may be corrected no more. */
export const kindAsked = async (tx: Tx, row: Row, asked: OrgType = row.type): Promise<OrgType> => {
  if (asked === row.type || (await mendsKind(tx, row))) return asked
  throw new RuleRefused('keeps its kind', {
    fr: 'Le genre se corrige tant que l’organisation attend son accréditation et que rien n’y a commencé : ni personne, ni invitation, ni régime, ni autre proposition. Retirez ce qui attend, ou fermez-la et créez-en une autre.',
    en: 'The kind is corrected while the organisation waits to be accredited and nothing began there: no person, invitation, regime or other proposal. Take back what waits, or close it and make another one.'
  })
}
