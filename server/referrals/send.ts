import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { alreadyReferred } from '../../policies/requirements/beside.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { previewOf } from '../../workflows/referral/preview.ts'
import { idOrNull } from '../acts/audit.ts'
import { deadlineRow } from '../deadlines/openings.ts'
import { inviting } from '../cases/participation.ts'
import { configurationOf } from '../cases/configuration.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { deadlines, referrals } from '../db/schema/schema.ts'
import { discloseLine } from '../disclosure/line.ts'
import { RuleRefused } from '../errors.ts'
import { firstAnswerDay } from '../deadlines/answer-day.ts'
import { addressIn, openLink } from './by-link.ts'
import { deskBehind, lastWanted } from '../places/searches.ts'
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

/** What earlier refusals of the kind left its sender to do is done. */
const settled = ({ caseId, kind, senderOrgId }: Pick<ReferralEntry, 'caseId' | 'kind' | 'senderOrgId'>) =>
  sql`update referral set follow_up = null
    where case_id = ${caseId} and kind = ${kind} and follow_up is not null and ${senderOrgId} in (sender_org_id, awaits_org_id)`

/** The referral and the clock of its answer, in one statement. */
const insertReferral = async (tx: Tx, sending: Sending, recipientOrgId: string) => {
  const { caseId, kind, at, actor, input, to, situation, version } = sending
  const config = await configurationOf(tx, version)
  const row = {
    ...{ id: randomUUID(), caseId, kind, state: 'sent' as const, version: 1 },
    senderOrgId: to?.senderOrgId ?? actor.orgId,
    recipientOrgId,
    placeId: kindRow(kind).route === 'placeOwner' ? String(input['placeId']) : null,
    preview: await frozen(tx, sending),
    ...{ sentAt: at, movedAt: at, toldAt: at },
    previousId: to?.previousId ?? null,
    answerBy: firstAnswerDay(kind, at, config)
  }
  const { territory, met } = situation.facts
  const clock = openAnswerClock(tx, row, { territory, met, at, config })
  const inserted = tx.insert(referrals).values(row).getSQL()
  try {
    await tx.execute(sql`with settled as (${settled(row)}), clock as ${clock} ${inserted}`)
  } catch (cause) {
    if (brokenConstraint(cause) !== 'referral_one_unanswered_for_sides_and_case') throw cause
    throw new RuleRefused('already referred', alreadyReferred)
  }
  return row
}

// The story of a referral begins with its sending. Whom the law tells whole is let in with it.
const story = 'insert into referral_event (referral_id, seq, at, command, input, person_id, org_id, role)'
const sent = `${story} values ($1, 1, $2, 'send', '{}', $3, $4, $5)`
const sentAndOpened = `with invited as (${inviting}) ${story} values ($7, 1, $4, 'send', '{}', $8, $9, $10)`

/** Sends a referral: the recipient learns what is asked and when to answer, and nothing of who or where. */
export const sendReferral = async (tx: Tx, sending: Sending): Promise<void> => {
  const { caseId, kind, actor, at } = sending
  const orgId = await recipientOf(tx, sending)
  const row = await insertReferral(tx, sending, orgId)
  const { opensAtOnce, capacity } = kindRow(kind)
  const sender = [idOrNull(actor.personId), idOrNull(actor.orgId), actor.role]
  if (opensAtOnce)
    await runQuery(tx, sentAndOpened, [caseId, [orgId], capacity, at, kind, null, row.id, ...sender])
  else await runQuery(tx, sent, [row.id, at, ...sender])
  const address = sending.to ? null : addressIn(sending)
  if (address)
    await openLink(tx, sending.keys, { referralId: row.id, orgId, answerBy: row.answerBy, address, at })
}
