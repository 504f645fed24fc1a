import type { CommandRow } from '../../act/command.ts'
import type { Facts } from '../../facts/facts.ts'
import { closed } from '../../vocabulary/fields.ts'
import { applied, regular } from '../../vocabulary/states.ts'
import { answered, better, cardFields, regularFrom, row } from './words.ts'

/** A permit that is issued ends what was being waited for, and replaces its own refusal: no other decision. */
export const issues = {
  opens: [
    { code: 'D-CST', startsOn: 'issuedOn', unlessGiven: 'validUntil', restarts: true },
    { code: 'D-CARD', endsOn: 'validUntil', restarts: true }
  ]
} as const

/** Renewed in its own state, a permit answers nothing that was asked for beside it. */
export const issued =
  (state: string) =>
  (facts: Facts, { issuedOn }: { issuedOn: string }, _by: unknown, from: { residence: string }) => ({
    stay: 'regular' as const,
    removalBar: false,
    rights: ['work'],
    lapsed: answered(facts),
    documentsAsked: false,
    routePrepared: false,
    renewalAsked: false,
    withdrawnPermit: null,
    permitOverOn: null,
    ...regularFrom(facts, issuedOn),
    ...(from.residence !== state && {
      permitAsked: null,
      besideAsked: null,
      alsoAsked: null,
      otherPermit: 'none' as const
    })
  })

/** Another permit of a year than the one after a complaint, given to whoever asked for it, or renewed. */
export const gives = (
  to: 'l425_11' | 'humanitarian_discretion' | 'regular_other',
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
    apply: issued(to)
  })
