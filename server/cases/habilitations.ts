import type { Approval } from '../../policies/habilitations.ts'
import { runQuery, type Tx } from '../db/context.ts'

/** Today in Paris, whose prefectures give habilitations, by the clock of the walls. */
const today = `(select (wall_clock() at time zone 'Europe/Paris')::date)`

/** The regimes in force that an organisation holds today; `org` says which. */
export const regimesHeldBy = (org: string) => `select regime from habilitation
  where org_id = ${org} and since <= ${today} and (until is null or until >= ${today})`
/** That an association may accompany a person: it holds what lets it flag (MNIO.HABILITATION); `org` says which. */
export const mayAccompany = (org: string) => `exists (${regimesHeldBy(org)} and regime = 'flag')`
const held = regimesHeldBy('$1')
const ableOf = `select o.id from organisation o where o.id = any($1::uuid[]) and ${mayAccompany('o.id')}`
const approval = `select since::text, until::text, asked_on::text as "askedOn", complete_on::text as "completeOn"
  from habilitation where org_id = $1 and regime = 'psp'`

/** The regimes in force that an organisation holds today. */
export const regimesOf = async (tx: Tx, orgId: string): Promise<string[]> =>
  (await runQuery<{ regime: string }>(tx, held, [orgId])).map(({ regime }) => regime)

/** Of these associations, those that may accompany a person today. */
export const accompanying = async (tx: Tx, orgIds: readonly string[]): Promise<string[]> =>
  (await runQuery<{ id: string }>(tx, ableOf, [orgIds])).map(({ id }) => id)

/** What is known of an association's approval for the exit programme. */
export const approvalOf = async (tx: Tx, orgId: string): Promise<Approval | null> =>
  (await runQuery<Approval>(tx, approval, [orgId]))[0] ?? null
