import type { CommandType } from '../../../workflows/case/commands.ts'
import { tableReason } from '../../../workflows/configuration/added.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import type { ReferralCommand } from '../../../workflows/referral/machine.ts'
import { referralKindIds, type ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'
import type { Json } from './inputs.ts'

/** What a recipient, or who had asked, answers of one kind of referral. */
export type Answer = { kind: ReferralKind; command: ReferralCommand; input: Json }

/** Of which kind a referral is, by the name it has in every life. */
export const kindNamed = (name: string) => name.split(':')[2]!.split('#')[0] as ReferralKind

// A reason that a protocol added counts as the one that it makes more precise.
const outcomeOf = ({ kind, input }: Answer) =>
  kindRow(kind).refusals[tableReason(String(input['reason']))]?.leadsTo

/** The act on the case to which an answer leads, if any. */
export const leadsTo = (answer: Answer): CommandType | null => {
  const { onAccept, onDecline, onEnd, onWithdraw } = kindRow(answer.kind)
  if (answer.command === 'decline') return onDecline[outcomeOf(answer)!] ?? null
  const acts: Partial<Record<string, CommandType | null>> = {
    accept: onAccept,
    // Of whom nothing else is said, to end is to seek no more.
    end: onEnd ?? onWithdraw,
    withdraw: onWithdraw
  }
  return acts[answer.command] ?? null
}

/** What is counted as one answer: a refusal by what becomes of it. */
export const answerName = (answer: Answer): string =>
  [
    `referral.${answer.command}`,
    answer.kind,
    ...(answer.command === 'decline' ? [outcomeOf(answer) ?? ''] : [])
  ].join(':')

const all: Answer[] = referralKindIds.flatMap((kind) => [
  ...(['accept', 'withdraw', 'end'] as const).map((command) => ({ kind, command, input: {} })),
  ...Object.keys(kindRow(kind).refusals).map((reason) => ({
    kind,
    command: 'decline' as const,
    input: { reason }
  }))
])

export const answersTo = (command: CommandType): Answer[] => all.filter((one) => leadsTo(one) === command)
