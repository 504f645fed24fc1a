import { roleOfType, type OrgType } from '../../policies/actor.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import type { FollowUp } from '../../workflows/referral/refusal.ts'
import { answering, organisationsOf } from '../cases/participation.ts'
import { isStaffed } from '../cases/staff.ts'
import { readCase, situationOf, type CaseRow } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { RuleRefused } from '../errors.ts'
import type { ReferralEntry } from './store.ts'

type Listed = { id: string; name: string; territory: string | null; staffed: boolean }

/** A child's whole file goes to no département but where she is, was found, or was exploited. */
const placesOfChild = async (tx: Tx, caseId: string): Promise<string[]> => {
  const caseRow = await readCase(tx, caseId)
  if (!caseRow) return []
  const { territory, foundIn, factsTerritory } = situationOf(caseRow).facts
  return [territory, foundIn, factsTerritory].flatMap((one) => one ?? [])
}

const others = `select id, name, territory, ${isStaffed('organisation.id')} as staffed from organisation where type = $1 and status = 'accredited' and id <> $2 and ${answering('$3')} order by name`

/** Who else could answer. An offer of one place is for its owner alone, who does not learn of other structures. */
export const otherRecipients = async (tx: Tx, { caseId, kind, placeId, recipientOrgId }: ReferralEntry) => {
  // Who answers by link is asked at one address: there is nobody to pass it on to.
  // A move is asked of one cell by name: passed on, it would name another than the case does.
  const { recipient, route } = kindRow(kind)
  if (placeId !== null || recipient === 'external' || route === 'transferTarget') return []
  const here = recipient === 'ase' ? await placesOfChild(tx, caseId) : null
  const rows = await runQuery<Listed>(tx, others, [recipient, recipientOrgId, kind])
  return here === null ? rows : rows.filter(({ territory }) => here.includes(territory ?? ''))
}

/** @throws RuleRefused where this organisation cannot receive the referral. */
export const otherRecipient = async (tx: Tx, row: ReferralEntry, orgId: string) => {
  if ((await otherRecipients(tx, row)).some(({ id }) => id === orgId)) return orgId
  throw new RuleRefused('not a recipient of this kind', {
    fr: 'Cette organisation ne peut pas recevoir cette orientation.',
    en: 'This organisation cannot receive this referral.'
  })
}

type Silence = { row: ReferralEntry; caseRow: Pick<CaseRow, 'territory'>; at: Date }

/** Whose people are asked, and which of them knows the matter: in the cell who triaged; who sent it, where the kind says so or no cell is accredited. */
const ownerOf = async (tx: Tx, { row, caseRow }: Silence) => {
  const { escalatesTo } = kindRow(row.kind)
  const [cell] = escalatesTo === 'cell' ? await organisationsOf(tx, 'cell', caseRow.territory) : []
  return cell
    ? { orgId: cell, of: row.caseId, knows: triaging }
    : { orgId: row.senderOrgId, of: row.id, knows: sending }
}
const sending = `select person_id from referral_event where referral_id = $4 and command = 'send'`
const triaging = `select person_id from case_event where case_id = $4 and command = 'triage.start' and struck_by is null order by seq desc limit 1`

const typeOf = 'select type from organisation where id = $1'
/** Of those who read the case: the one who knows the matter if they still work there, then who holds the organisation's own role, then anyone. */
const named = (
  knows: string
) => `select p.id, p.display_name as name from person p join membership m on m.person_id = p.id
  where m.org_id = $1 and (m.until is null or m.until > $2) and p.id in (select readers_of($5, $1))
  order by p.id in (${knows}) desc, m.role = $3 desc, p.display_name limit 1`
const naming = `update referral set escalated_to = $2, awaits_org_id = $3, awaits_person_id = $4, follow_up = coalesce($5, follow_up) where id = $1`

/**
 * A person with a name is waited for, of the territory's cell or of the sender's own organisation: the kind says which. After a
 * refusal, with what it leaves to do.
 */
export const nameSomeone = async (tx: Tx, silence: Silence, followUp: FollowUp | null = null) => {
  const { orgId, of, knows } = await ownerOf(tx, silence)
  const [owner] = await runQuery<{ type: OrgType }>(tx, typeOf, [orgId])
  const role = roleOfType[owner!.type]
  const [found] = await runQuery<{ id: string; name: string }>(tx, named(knows), [
    orgId,
    silence.at,
    role,
    of,
    silence.row.caseId
  ])
  await runQuery(tx, naming, [silence.row.id, found?.name ?? null, orgId, found?.id ?? null, followUp])
}
