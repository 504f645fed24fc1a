import { and, asc, eq, gt, isNull, or, sql, type SQL } from 'drizzle-orm'
import { roleOfType, type OrgType } from '../../policies/actor.ts'
import { kindRow } from '../../workflows/referral/kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { organisationsOf } from '../cases/participation.ts'
import { readCase, situationOf, type CaseRow } from '../cases/store.ts'
import type { Tx } from '../db/context.ts'
import { membership, organisation, person, referrals } from '../db/schema/schema.ts'
import { RuleRefused } from '../errors.ts'
import type { ReferralEntry } from './close.ts'

/** A child's whole file goes to no département but where she is, was found, or was exploited. */
const placesOfChild = async (tx: Tx, caseId: string): Promise<string[]> => {
  const caseRow = await readCase(tx, caseId)
  if (!caseRow) return []
  const { territory, foundIn, factsTerritory } = situationOf(caseRow).facts
  return [territory, foundIn, factsTerritory].flatMap((one) => one ?? [])
}

/** Who else could answer. An offer of one place is for its owner alone, who does not learn of other structures. */
export const otherRecipients = async (
  tx: Tx,
  row: ReferralEntry
): Promise<{ id: string; name: string }[]> => {
  // Who answers by link is asked at one address: there is nobody to pass it on to.
  // A move is asked of one cell by name: passed on, it would name another than the case does.
  const { recipient, route } = kindRow(row.kind as ReferralKind)
  if (row.placeId !== null || recipient === 'external' || route === 'transferTarget') return []
  const here = recipient === 'ase' ? await placesOfChild(tx, row.caseId) : null
  const rows = await tx
    .select({ id: organisation.id, name: organisation.name, territory: organisation.territory })
    .from(organisation)
    .where(and(eq(organisation.type, recipient), eq(organisation.status, 'accredited')))
    .orderBy(asc(organisation.name))
  return rows.filter(
    ({ id, territory }) => id !== row.recipientOrgId && (here === null || here.includes(territory ?? ''))
  )
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
  const { escalatesTo } = kindRow(row.kind as ReferralKind)
  const [cell] = escalatesTo === 'cell' ? await organisationsOf(tx, 'cell', caseRow.territory) : []
  if (!cell)
    return {
      orgId: row.senderOrgId,
      knows: sql`select person_id from referral_event where referral_id = ${row.id} and command = 'send'`
    }
  const knows = sql`select person_id from case_event
    where case_id = ${row.caseId} and command = 'triage.start' order by seq desc limit 1`
  return { orgId: cell, knows }
}

/** The one who knows the matter if they still work there, then who holds the organisation's own role, then anyone of it. */
const named = async (tx: Tx, { orgId, knows }: { orgId: string; knows: SQL }, at: Date) => {
  const [owner] = await tx
    .select({ type: organisation.type })
    .from(organisation)
    .where(eq(organisation.id, orgId))
  const [found] = await tx
    .select({ id: person.id, name: person.displayName })
    .from(person)
    .innerJoin(membership, eq(membership.personId, person.id))
    .where(and(eq(membership.orgId, orgId), or(isNull(membership.until), gt(membership.until, at))))
    .orderBy(
      sql`${person.id} in (${knows}) desc`,
      sql`${membership.role} = ${roleOfType[owner!.type as OrgType]} desc`,
      person.displayName
    )
    .limit(1)
  return found ?? null
}

/** A person with a name is waited for, of the territory's cell or of the sender's own organisation: the kind says which. */
export const nameSomeone = async (tx: Tx, silence: Silence) => {
  const { row, at } = silence
  const owner = await ownerOf(tx, silence)
  const found = await named(tx, owner, at)
  await tx
    .update(referrals)
    .set({
      escalatedTo: found?.name ?? null,
      awaitsOrgId: owner.orgId,
      awaitsPersonId: found?.id ?? null
    })
    .where(eq(referrals.id, row.id))
}
