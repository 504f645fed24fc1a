import type { CommandRow } from '../../act/command.ts'
import { besideUnanswered, onlyBesideAsked } from '../../guards/asked.ts'
import { keptBeside } from './beside.ts'
import type { AskedBeside, Facts, PermitAsked } from '../../facts/facts.ts'
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

/** No text closes one application by another: what is issued answers what it was asked as, or what nobody has said the kind of. */
const unanswered = (facts: Facts, permit: PermitAsked | null, residence: string) => {
  const waitsFirst = isApplied(residence) && !onlyBesideAsked(facts) && facts.permitAsked !== null
  const first: AskedBeside[] = waitsFirst
    ? [{ permit: facts.permitAsked!, on: facts.permitAskedOn, over: facts.lapsed.includes('D-SILENCE') }]
    : []
  const all = [...first, ...besideUnanswered(facts)]
  const named = all.some((one) => one.permit === permit)
  const isAnswered = (one: AskedBeside) =>
    permit !== null && (one.permit === permit || (!named && one.permit === 'unsaid'))
  const left = all.filter((one) => !isAnswered(one))
  return {
    permitAsked: null,
    permitAskedOn: first.some((one) => left.includes(one)) ? facts.permitAskedOn : null,
    ...(keptBeside(left) ?? {
      asksBeside: [],
      besideAsked: null,
      alsoAsked: null,
      otherPermit: 'none' as const
    })
  }
}

/** Renewed in its own state, a permit answers nothing that was asked for beside it. */
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
    ...(from.residence !== state && unanswered(facts, permit, from.residence))
  })

/** Another permit of a year than the one after a complaint, given to whoever asked for it, or renewed. */
export const gives = (
  to: 'l425_11' | 'humanitarian_discretion' | 'regular_other',
  permit: PermitAsked,
  given: Pick<CommandRow, 'label' | 'done' | 'guards' | 'basis' | 'duty'>
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
