import { choice, closed, longText, optional, type FieldNotes } from './fields.ts'
import { housingRefusals } from './regions/words.ts'
import type { Capacity } from './capacities.ts'
import type { CommandType } from './commands.ts'
import type { DeadlineCode } from './deadlines.ts'
import type { Facts } from './facts.ts'
import type { Bilingual, ConsentScope, ReferralKind } from './vocabulary.ts'

/** Where a coded refusal leads. Silence is none of these: it escalates to a named person. */
export type Outcome = 'reoffer' | 'park' | 'escalate'

export type KindRow = {
  label: Bilingual
  /** The organisation type that answers. */
  recipient: 'acse' | 'shelter' | 'prefecture'
  /** In which capacity the recipient takes part once it has accepted. */
  capacity: Capacity
  consent: ConsentScope
  /** Facts that the recipient may weigh before it answers: needs, never who or where. */
  preview: readonly (keyof Facts)[]
  answerWithin: DeadlineCode
  refusals: Record<string, { label: Bilingual; leadsTo: Outcome }>
  /** Acts on the case, in the same transaction; a refusal moves it by where its reason leads. */
  onAccept: CommandType | null
  onDecline: Partial<Record<Outcome, CommandType>>
  /** Either side walks away from what is under way. */
  onWithdraw: CommandType | null
}

const outcomes: Record<keyof typeof housingRefusals, Outcome> = {
  no_place: 'park',
  out_of_criteria: 'escalate',
  too_close: 'reoffer',
  not_adapted: 'reoffer',
  group_balance: 'reoffer',
  incomplete: 'escalate'
}

const housingReasons = (different: Partial<typeof outcomes> = {}) =>
  Object.fromEntries(
    Object.entries(housingRefusals).map(([code, label]) => [
      code,
      { label, leadsTo: { ...outcomes, ...different }[code as keyof typeof outcomes] }
    ])
  )

export const kinds = {
  acse: {
    label: { fr: 'Ac.Sé · accueil éloigné', en: 'Ac.Sé · shelter far away' },
    recipient: 'acse',
    capacity: 'acse',
    consent: 'C',
    preview: ['ageBand', 'sex', 'children', 'language', 'forms', 'danger', 'localDanger'],
    answerWithin: 'MNIO-EVAL',
    refusals: housingReasons(),
    onAccept: null,
    onDecline: { reoffer: 'acse.refused', park: 'acse.no_place', escalate: 'acse.refused' },
    onWithdraw: 'acse.withdrawn'
  },
  acse_place: {
    label: { fr: 'Proposition de place', en: 'Offer of a place' },
    recipient: 'shelter',
    capacity: 'shelter',
    consent: 'C',
    preview: ['ageBand', 'sex', 'children', 'language'],
    answerWithin: 'MNIO-PLACE-ANSWER',
    // One structure without a place is not the scheme without one: the desk offers elsewhere.
    refusals: housingReasons({ no_place: 'reoffer' }),
    onAccept: 'acse.matched',
    onDecline: { reoffer: 'acse.refused', escalate: 'acse.refused' },
    onWithdraw: null
  },
  prefecture: {
    label: { fr: 'Préfecture · récépissé de réflexion', en: 'Prefecture · reflection receipt' },
    recipient: 'prefecture',
    capacity: 'prefecture',
    consent: 'E',
    preview: ['territory', 'ageGroup', 'sex', 'nationality', 'language', 'presumed'],
    answerWithin: 'MNIO-PREF-ANSWER',
    refusals: {
      not_signalled: {
        label: {
          fr: 'la personne n’est pas signalée par la police ou la gendarmerie',
          en: 'the person is not signalled by police or gendarmerie'
        },
        leadsTo: 'escalate'
      },
      other_prefecture: {
        label: { fr: 'autre préfecture compétente', en: 'another prefecture is competent' },
        leadsTo: 'reoffer'
      },
      public_order: { label: { fr: 'ordre public', en: 'public order' }, leadsTo: 'escalate' },
      incomplete: { label: { fr: 'demande incomplète', en: 'incomplete request' }, leadsTo: 'reoffer' }
    },
    onAccept: null,
    onDecline: {},
    onWithdraw: null
  }
} as const satisfies Record<ReferralKind, KindRow>

export const kindRow = (kind: ReferralKind): KindRow => kinds[kind]

/** The refusal form of a kind: a coded reason, and words if they help. */
export const refusalInput = (kind: ReferralKind) => {
  const reasons = Object.fromEntries(
    Object.entries(kindRow(kind).refusals).map(([code, { label }]) => [code, label])
  )
  const notes: FieldNotes = { label: { fr: 'Motif', en: 'Reason' } }
  return closed({
    reason: choice(reasons, notes),
    note: optional(
      longText({
        label: { fr: 'Précisions utiles à la suite', en: 'Details useful for what follows' },
        hint: { fr: 'Sans nom ni adresse.', en: 'No name, no address.' }
      })
    )
  })
}
