import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { alreadyReferred } from '../../policies/requirements/beside.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import { kindRow } from '../../workflows/referral/kinds.ts'
import { previewOf } from '../../workflows/referral/preview.ts'
import { deadlineRow } from '../commands/deadlines.ts'
import { invite } from '../cases/participation.ts'
import { configurationOf } from '../configuration/version-cache.ts'
import type { Tx } from '../db/context.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { deadlines, referralEvents, referrals } from '../db/schema/schema.ts'
import { discloseLine } from '../disclosure/line.ts'
import { RuleRefused } from '../errors.ts'
import { addressIn, openLink } from '../links/open.ts'
import { deskBehind, lastWanted } from '../places/searches.ts'
import { settleRefusals } from './close.ts'
import { recipientOf, type Sending } from './competent.ts'

/**
 * What the recipient may weigh before it answers, frozen at sending: never in anybody's own words. A structure that is
 * offered one of its places reads what the search asked of it in codes. Who may not know where she is now reads where she
 * was met. Passed on, it asks what was asked first.
 */
const frozen = async (tx: Tx, { caseId, kind, situation, input, to }: Sending) => {
  const { territory } = discloseLine({ capacity: kindRow(kind).capacity, facts: situation.facts })
  const desk = deskBehind(kind)
  return previewOf(kind, {
    facts: { ...situation.facts, territory },
    asked: to?.told ?? input,
    search: desk ? await lastWanted(tx, caseId, desk) : null
  })
}

/** One who has yet to answer weighs what is asked now, with what was asked before. */
export const tellAgain = async (tx: Tx, sending: Sending): Promise<void> => {
  const { told, ...facts } = await frozen(tx, sending)
  const again = JSON.stringify(facts)
  await tx
    .update(referrals)
    .set({
      preview: sql`preview || ${again}::jsonb || jsonb_build_object('told', coalesce(preview -> 'told', '{}') || ${JSON.stringify(told)}::jsonb)`
    })
    .where(
      and(
        eq(referrals.caseId, sending.caseId),
        eq(referrals.kind, sending.kind),
        inArray(referrals.state, [...openReferralStates])
      )
    )
}

const insertReferral = async (tx: Tx, sending: Sending, recipientOrgId: string) => {
  const id = randomUUID()
  const { caseId, kind, at, actor, input, to } = sending
  try {
    await tx.insert(referrals).values({
      id,
      caseId,
      kind,
      state: 'sent',
      version: 1,
      senderOrgId: to?.senderOrgId ?? actor.orgId,
      recipientOrgId,
      placeId: kindRow(kind).route === 'placeOwner' ? String(input['placeId']) : null,
      preview: await frozen(tx, sending),
      sentAt: at,
      movedAt: at,
      previousId: to?.previousId ?? null
    })
  } catch (cause) {
    if (brokenConstraint(cause) !== 'referral_one_live_for_sides_and_case') throw cause
    throw new RuleRefused('already referred', alreadyReferred)
  }
  return id
}

/** Sends a referral: the recipient learns what is asked and when to answer, and nothing of who or where. */
export const sendReferral = async (tx: Tx, sending: Sending): Promise<string> => {
  const recipientOrgId = await recipientOf(tx, sending)
  const id = await insertReferral(tx, sending, recipientOrgId)
  const { caseId, kind, actor, at, situation, version } = sending
  await settleRefusals(tx, { caseId, kinds: [kind], by: sending.to?.senderOrgId ?? actor.orgId })
  await tx.insert(referralEvents).values({
    referralId: id,
    seq: 1,
    at,
    command: 'send',
    input: {},
    personId: actor.personId,
    orgId: actor.orgId,
    role: actor.role
  })
  const config = await configurationOf(tx, version)
  const { territory, met } = situation.facts
  const origin = { territory, met, caseId, at, config, referralId: id }
  const { answerWithin, opensAtOnce, capacity } = kindRow(kind)
  await tx.insert(deadlines).values(deadlineRow(answerWithin, at, origin))
  if (opensAtOnce) await invite(tx, { caseId, orgId: recipientOrgId, capacity, at, basis: kind })
  const address = sending.to ? null : addressIn(sending)
  if (address) await openLink(tx, sending.keys, { referralId: id, orgId: recipientOrgId, address, at })
  return id
}
