import type { Actor } from '../../policies/actor.ts'
import { notMet } from '../../workflows/case/advance.ts'
import type { Sight } from '../../policies/sight.ts'
import { isUnanswered, type ReferralCommand } from '../../workflows/referral/machine.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import type { ReferralEntry } from './store.ts'

type Sent = Pick<ReferralEntry, 'senderOrgId' | 'recipientOrgId' | 'kind'>

/** Whether a reader sent it and may not know what becomes of what it asked: of that it learns the answer, and no more. */
export const sentBlind = (row: Sent, where: Sight | undefined, { orgId }: Pick<Actor, 'orgId'>): boolean =>
  row.senderOrgId === orgId && row.recipientOrgId !== orgId && !where?.referral(row.kind as ReferralKind)

type Asked = { command: ReferralCommand; blind: boolean }

/**
 * Why its sender takes nothing back after the answer: what rests on a yes, a place that is held or nothing, is not theirs to
 * know, so they are refused alike. Who follows it may end it.
 */
export const keptFromSender = (
  row: Pick<ReferralEntry, 'state'>,
  { command, blind }: Asked
): Bilingual | null => (blind && command === 'withdraw' && !isUnanswered(row) ? notMet : null)

/** To a sender who may not follow it, what was accepted stays so: its end comes of acts that are not theirs to know. */
export const toldTo = (row: ReferralEntry, blind: boolean): ReferralEntry =>
  blind && row.state === 'ended' ? { ...row, state: 'accepted', reason: null } : row

/** The steps of which such a sender is told: none after the yes. */
export const stepsTold = <T extends { command: string }>(
  steps: readonly T[],
  blind: boolean
): readonly T[] => (blind ? steps.filter(({ command }) => command !== 'end') : steps)
