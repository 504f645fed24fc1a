import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import { kindRow } from '../../workflows/referral.kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary.ts'
import { organisationsOf } from '../cases/participation.ts'
import type { CaseRow } from '../cases/store.ts'
import type { Tx } from '../db/context.ts'
import { membership, organisation, person, referrals } from '../db/schema.ts'
import { RuleRefused } from '../errors.ts'
import type { ReferralEntry } from './close.ts'

/** Who else could answer. An offer of one place is for its owner alone, who does not learn of other structures. */
export const otherRecipients = async (
  tx: Tx,
  row: ReferralEntry
): Promise<{ id: string; name: string }[]> => {
  // Who answers by link is asked at one address: there is nobody to pass it on to.
  // A move is asked of one cell by name: passed on, it would name another than the case does.
  const { recipient, route } = kindRow(row.kind as ReferralKind)
  if (row.placeId !== null || recipient === 'external' || route === 'transferTarget') return []
  const rows = await tx
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(and(eq(organisation.type, recipient), eq(organisation.status, 'accredited')))
    .orderBy(asc(organisation.name))
  return rows.filter(({ id }) => id !== row.recipientOrgId)
}

/** @throws RuleRefused where this organisation cannot receive the referral. */
export const otherRecipient = async (tx: Tx, row: ReferralEntry, orgId: string) => {
  if ((await otherRecipients(tx, row)).some(({ id }) => id === orgId)) return orgId
  throw new RuleRefused('not a recipient of this kind', {
    fr: 'Cette organisation ne peut pas recevoir cette orientation.',
    en: 'This organisation cannot receive this referral.'
  })
}

/** A person with a name is told, of the territory's cell or of the sender's own organisation: the kind says which. */
export const nameSomeone = async (
  tx: Tx,
  { row, caseRow, at }: { row: ReferralEntry; caseRow: Pick<CaseRow, 'territory'>; at: Date }
) => {
  const [owner] =
    kindRow(row.kind as ReferralKind).escalatesTo === 'sender'
      ? [row.senderOrgId]
      : await organisationsOf(tx, 'cell', caseRow.territory)
  const [named] = owner
    ? await tx
        .select({ name: person.displayName })
        .from(person)
        .innerJoin(membership, eq(membership.personId, person.id))
        .where(and(eq(membership.orgId, owner), or(isNull(membership.until), gt(membership.until, at))))
        .orderBy(person.displayName)
        .limit(1)
    : []
  await tx
    .update(referrals)
    .set({ escalatedTo: named?.name ?? null })
    .where(eq(referrals.id, row.id))
}
