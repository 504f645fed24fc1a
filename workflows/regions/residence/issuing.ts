import type { CommandRow } from '../../act/command.ts'
import { besideUnanswered, onlyBesideAsked, renewalOf } from '../../guards/asked.ts'
import { keptBeside } from './beside.ts'
import type { AskedBeside, Facts, PermitAsked } from '../../facts/facts.ts'
import type { GuardId } from '../../guards/guards.ts'
import { closed } from '../../vocabulary/fields.ts'
import { applied, isApplied, regular } from '../../vocabulary/states.ts'
import { answered, better, cardFields, regularFrom, row } from './words.ts'

/** What was asked for first, where another permit is issued, is still before the prefecture: its silence counts on, from its own day. */
export const firstGoesOn = {
  code: 'D-SILENCE-OTHER',
  sinceFact: { earliest: ['permitAskedOn'] },
  when: 'firstGoesOn'
} as const

/** A permit that is issued ends what was being waited for, and replaces its own refusal: no other decision. */
export const issues = {
  opens: [
    { code: 'D-CST', startsOn: 'issuedOn', unlessGiven: 'validUntil', restarts: true },
    { code: 'D-CARD', endsOn: 'validUntil', restarts: true },
    firstGoesOn
  ]
} as const

/** What D-SILENCE counts on: the application for a first permit, or for the renewal of the one held. */
const firstAsked = (facts: Facts, residence: string): AskedBeside[] => {
  const { permitAsked, permitAskedOn: on } = facts
  const over = facts.lapsed.includes('D-SILENCE')
  if (isApplied(residence) && !onlyBesideAsked(facts) && permitAsked !== null)
    return [{ permit: permitAsked, on, over }]
  const renewal = renewalOf(facts, residence)
  return renewal ? [{ permit: renewal, on, over }] : []
}

/**
 * No text closes one application by another: what is issued answers what it was asked as, or what nobody has said the kind of. A
 * renewal is of the permit held, which is known.
 */
const unanswered = (facts: Facts, permit: PermitAsked | null, residence: string) => {
  const first = firstAsked(facts, residence)
  const all = [...first, ...besideUnanswered(facts)]
  const named = all.some((one) => one.permit === permit)
  const isOpen = (one: AskedBeside) =>
    one.permit === 'unsaid' && (isApplied(residence) || !first.includes(one))
  const isAnswered = (one: AskedBeside) =>
    permit !== null && (one.permit === permit || (!named && isOpen(one)))
  const left = all.filter((one) => !isAnswered(one))
  return {
    permitAsked: null,
    permitAskedOn: first.some((one) => left.includes(one)) ? facts.permitAskedOn : null,
    ...keptBeside(left)
  }
}

/** Renewed in its own state, a permit answers nothing that was asked for beside it. */
const isRenewed = (facts: Facts, permit: PermitAsked | null, same: boolean) =>
  same && !besideUnanswered(facts).some((one) => one.permit === permit)

export const issued =
  (state: string, permit: PermitAsked | null) =>
  (facts: Facts, { issuedOn }: { issuedOn: string }, _by: unknown, from: { residence: string }) => ({
    stay: 'regular' as const,
    // The thirty days run beside the permit, with what they give (R425-2, R425-4).
    rights: facts.removalBar ? [...new Set([...facts.rights, 'work'])] : ['work'],
    lapsed: answered(facts),
    documentsAsked: false,
    routePrepared: false,
    renewalAsked: false,
    withdrawnPermit: null,
    permitOverOn: null,
    ...regularFrom(facts, issuedOn),
    ...(isRenewed(facts, permit, from.residence === state)
      ? { permitAskedOn: null }
      : unanswered(facts, permit, from.residence))
  })

/** Another permit of a year than the one after a complaint, given to whoever asked for it, or renewed. */
export const gives = (
  to: 'l425_11' | 'humanitarian_discretion' | 'regular_other',
  permit: PermitAsked,
  given: Pick<CommandRow, 'label' | 'done' | 'guards' | 'basis' | 'duty'> & { answersWhile?: GuardId }
) =>
  row({
    ...issues,
    ...given,
    transition: 'T311',
    records: true,
    keeps: better,
    from: [...applied, ...regular, 'refused_permit', 'appeal'],
    to,
    input: closed(cardFields('Délivré ou renouvelé le', 'Issued or renewed on')),
    checks: ['endsAfterStart'],
    apply: issued(to, permit)
  })
