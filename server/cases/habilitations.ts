import { approvalLacking, type Approval } from '../../policies/habilitations.ts'
import type { CivilDate } from '../../workflows/calendar/calendar.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { RuleRefused } from '../errors.ts'
import { isStaffed } from './staff.ts'

/** Today in Paris, whose prefectures give habilitations, by the clock of the walls. */
const today = `(select (wall_clock() at time zone 'Europe/Paris')::date)`

/** The regimes in force that an organisation holds today; `org` says which. */
export const regimesHeldBy = (org: string) => `select regime from habilitation
  where org_id = ${org} and since <= ${today} and (until is null or until >= ${today})`
const flagsUnderRegime = (org: string) => `exists (${regimesHeldBy(org)} and regime = 'flag')`
/** That an association may accompany a person: it holds what lets it flag (MNIO.HABILITATION), and somebody there reads the case; `org` says which. */
export const mayAccompany = (org: string) => `(${flagsUnderRegime(org)} and ${isStaffed(org)})`
const held = regimesHeldBy('$1')
const ableOf = `select o.id from organisation o where o.id = any($1::uuid[]) and ${mayAccompany('o.id')}`
const approvals = `select org_id as "orgId", since::text, until::text, asked_on::text as "askedOn", complete_on::text as "completeOn"
  from habilitation where org_id = any($1::uuid[]) and regime = 'psp'`

/** The regimes in force that an organisation holds today. */
export const regimesOf = async (tx: Tx, orgId: string): Promise<string[]> =>
  (await runQuery<{ regime: string }>(tx, held, [orgId])).map(({ regime }) => regime)

/** Of these associations, those that may accompany a person today. */
export const accompanying = async (tx: Tx, orgIds: readonly string[]): Promise<string[]> =>
  (await runQuery<{ id: string }>(tx, ableOf, [orgIds])).map(({ id }) => id)

const unstaffed = `select from organisation o where o.id = $1 and o.type = 'association' and o.status = 'accredited'
  and ${flagsUnderRegime('o.id')} and not ${isStaffed('o.id')}`

/** @throws RuleRefused of an association that holds what it takes, and in which nobody would read the case. */
export const mustBeStaffed = async (tx: Tx, orgId: string): Promise<void> => {
  if ((await runQuery(tx, unstaffed, [orgId])).length > 0)
    throw new RuleRefused('nobody there has access', {
      fr: 'Personne n’a d’accès dans cette association aujourd’hui : choisissez-en une autre, ou demandez à l’administration d’y inviter quelqu’un.',
      en: 'Nobody has access in this association today: choose another one, or ask the administration to invite somebody there.'
    })
}

const approvalsOf = (tx: Tx, orgIds: readonly string[]) =>
  runQuery<Approval & { orgId: string }>(tx, approvals, [orgIds])

/** What is known of an association's approval for the exit programme. */
export const approvalOf = async (tx: Tx, orgId: string): Promise<Approval | null> =>
  (await approvalsOf(tx, [orgId]))[0] ?? null

/** Of these associations, those that are not approved for the exit programme on a day. */
export const unapprovedAmong = async (
  tx: Tx,
  orgIds: readonly string[],
  today: CivilDate
): Promise<string[]> => {
  const known = new Map((await approvalsOf(tx, orgIds)).map((one) => [one.orgId, one]))
  return orgIds.filter((id) => approvalLacking(known.get(id) ?? null, today) !== null)
}
