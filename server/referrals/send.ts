import { randomUUID } from 'node:crypto'
import { alreadyReferred } from '../../policies/requirements/beside.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { previewOf } from '../../workflows/referral/preview.ts'
import type { DeadlineConfig } from '../../workflows/deadlines/deadlines.ts'
import { deadlineRow } from '../deadlines/openings.ts'
import { invite } from '../cases/participation.ts'
import { configurationOf } from '../cases/configuration.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { deadlines } from '../db/schema/schema.ts'
import { discloseLine } from '../disclosure/line.ts'
import { RuleRefused } from '../errors.ts'
import { firstAnswerDay } from '../deadlines/answer-day.ts'
import { addressIn, openLink } from './by-link.ts'
import { deskBehind, lastWanted } from '../places/searches.ts'
import { writeSending } from './close.ts'
import { recipientOf, type Sending } from './competent.ts'
import type { ReferralEntry } from './store.ts'

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

const again = `update referral set preview = preview || $4::jsonb || jsonb_build_object('told', coalesce(preview -> 'told', '{}') || $5::jsonb)
  where case_id = $1 and kind = $2 and state = any($3::text[])`

/** One who has yet to answer weighs what is asked now, with what was asked before. */
export const tellAgain = async (tx: Tx, sending: Sending): Promise<void> => {
  const { told, ...facts } = await frozen(tx, sending)
  await runQuery(tx, again, [sending.caseId, sending.kind, openReferralStates, facts, told])
}

// What earlier refusals of the kind left its sender to do is done.
const inserting = `with settled as (
    update referral set follow_up = null
      where case_id = $2 and kind = $3 and follow_up is not null and $6 in (sender_org_id, awaits_org_id))
  insert into referral (id, case_id, kind, state, version, sender_org_id, recipient_org_id, place_id, preview, sent_at, moved_at, told_at, previous_id, answer_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $10, $11, $12)`

const insertReferral = async (
  tx: Tx,
  sending: Sending,
  { recipientOrgId, config }: { recipientOrgId: string; config: DeadlineConfig }
) => {
  const { caseId, kind, at, actor, input, to } = sending
  const row = {
    id: randomUUID(),
    caseId,
    kind,
    state: 'sent' as const,
    version: 1,
    senderOrgId: to?.senderOrgId ?? actor.orgId,
    recipientOrgId,
    placeId: kindRow(kind).route === 'placeOwner' ? String(input['placeId']) : null,
    preview: await frozen(tx, sending),
    sentAt: at,
    movedAt: at,
    previousId: to?.previousId ?? null
  }
  try {
    await runQuery(tx, inserting, [
      ...[row.id, caseId, kind, row.state, row.version, row.senderOrgId, recipientOrgId, row.placeId],
      ...[row.preview, at, row.previousId, firstAnswerDay(kind, at, config)]
    ])
  } catch (cause) {
    if (brokenConstraint(cause) !== 'referral_one_unanswered_for_sides_and_case') throw cause
    throw new RuleRefused('already referred', alreadyReferred)
  }
  return row
}

type Where = Omit<Parameters<typeof deadlineRow>[2], 'caseId' | 'referralId'>

/** The answer is awaited from now on. */
export const openAnswerClock = (
  tx: Tx,
  { id: referralId, caseId, kind }: Pick<ReferralEntry, 'id' | 'caseId' | 'kind'>,
  where: Where
) =>
  tx
    .insert(deadlines)
    .values(deadlineRow(kindRow(kind).answerWithin, where.at, { ...where, caseId, referralId }))

/** Sends a referral: the recipient learns what is asked and when to answer, and nothing of who or where. */
export const sendReferral = async (tx: Tx, sending: Sending): Promise<void> => {
  const { caseId, kind, actor, at, situation, version } = sending
  const orgId = await recipientOf(tx, sending)
  const config = await configurationOf(tx, version)
  const row = await insertReferral(tx, sending, { recipientOrgId: orgId, config })
  await writeSending(tx, row.id, { actor, at })
  const { territory, met } = situation.facts
  await openAnswerClock(tx, row, { territory, met, at, config })
  const { opensAtOnce, capacity } = kindRow(kind)
  if (opensAtOnce) await invite(tx, { caseId, orgId, capacity, at, basis: kind })
  const address = sending.to ? null : addressIn(sending)
  if (address) await openLink(tx, sending.keys, { referralId: row.id, orgId, address, at })
}
