import { setup, transition } from 'xstate'
import type { TObject } from 'typebox'
import { choice, closed, id, longText, nothing, optional } from '../vocabulary/fields.ts'
import { refusalInput } from './kinds/kinds.ts'
import type { Bilingual, ReferralKind, Tone } from '../vocabulary/vocabulary.ts'

/** Who may move a referral: the side that sent it, the side that must answer, who is left with a refusal, the clock, or an act of its case. */
export type Side = 'sender' | 'recipient' | 'awaited' | 'system' | 'case'

export const referralStates = {
  sent: { label: { fr: 'envoyée', en: 'sent' }, tone: 'running' },
  questioned: { label: { fr: 'question posée', en: 'question asked' }, tone: 'running' },
  escalated: { label: { fr: 'sans réponse dans le délai', en: 'no answer in time' }, tone: 'late' },
  accepted: { label: { fr: 'acceptée', en: 'accepted' }, tone: 'done' },
  declined: { label: { fr: 'refusée', en: 'declined' }, tone: 'none' },
  withdrawn: { label: { fr: 'retirée', en: 'withdrawn' }, tone: 'none' },
  transferred: { label: { fr: 'transmise', en: 'passed on' }, tone: 'none' },
  ended: { label: { fr: 'terminée', en: 'ended' }, tone: 'none' }
} as const satisfies Record<string, { label: Bilingual; tone: Tone }>

export type ReferralState = keyof typeof referralStates

/** Unanswered: the sender still waits, and the recipient sees the preview and nothing more. */
export const openReferralStates = [
  'sent',
  'questioned',
  'escalated'
] as const satisfies readonly ReferralState[]
export const liveReferralStates = [
  ...openReferralStates,
  'accepted'
] as const satisfies readonly ReferralState[]

/** What a request may be answered at first. */
export const referralAnswers = [
  'accepted',
  'declined',
  'transferred'
] as const satisfies readonly ReferralState[]
export type ReferralAnswer = (typeof referralAnswers)[number]

const among = (states: readonly ReferralState[]) => (one: { state: ReferralState }) =>
  states.includes(one.state)

export const isUnanswered = among(openReferralStates)
export const isLive = among(liveReferralStates)

type ReferralRow = {
  from: readonly ReferralState[]
  to: ReferralState
  side: Side
  label: Bilingual
  input: (kind: ReferralKind) => TObject
  /** The recipient is waited for. */
  duty?: boolean
}

const none = () => nothing

const sequels = {
  other_way: { fr: 'une autre voie est prise', en: 'another way is taken' },
  person: { fr: 'la personne ne le souhaite plus', en: 'the person no longer wishes it' },
  not_needed: { fr: 'ce n’est plus utile', en: 'it is no longer needed' },
  nobody: { fr: 'personne d’autre ne peut être sollicité à ce jour', en: 'nobody else can be asked for now' }
} as const satisfies Record<string, Bilingual>

export const referralCommands = {
  accept: {
    from: openReferralStates,
    to: 'accepted',
    side: 'recipient',
    label: { fr: 'Accepter', en: 'Accept' },
    input: none,
    duty: true
  },
  decline: {
    from: openReferralStates,
    to: 'declined',
    side: 'recipient',
    label: { fr: 'Refuser avec un motif', en: 'Decline with a reason' },
    input: refusalInput
  },
  ask: {
    from: ['sent', 'escalated'],
    to: 'questioned',
    side: 'recipient',
    label: { fr: 'Poser une question', en: 'Ask a question' },
    input: () =>
      closed({
        question: longText({
          label: { fr: 'Question', en: 'Question' },
          hint: { fr: 'Sans nom ni adresse.', en: 'No name, no address.' }
        })
      })
  },
  answer: {
    from: ['questioned'],
    to: 'sent',
    side: 'sender',
    label: { fr: 'Répondre', en: 'Answer' },
    input: () =>
      closed({
        answer: longText({
          label: { fr: 'Réponse', en: 'Answer' },
          hint: {
            fr: 'Lue par qui a posé la question, avant son oui ou son non. Sans nom ni adresse, et rien qui ferait reconnaître la personne.',
            en: 'Read by whoever asked, before their yes or no. No name, no address, and nothing by which the person would be recognised.'
          }
        })
      }),
    duty: true
  },
  withdraw: {
    from: liveReferralStates,
    to: 'withdrawn',
    side: 'sender',
    label: { fr: 'Retirer', en: 'Withdraw' },
    input: none
  },
  // Once accepted, only what the law has told is still passed on.
  transfer: {
    from: liveReferralStates,
    to: 'transferred',
    side: 'recipient',
    label: { fr: 'Transmettre au destinataire compétent', en: 'Pass on to the competent recipient' },
    input: () =>
      closed({ orgId: id({ label: { fr: 'Destinataire', en: 'Recipient' }, lookup: 'recipients' }) })
  },
  end: {
    from: ['accepted'],
    to: 'ended',
    side: 'recipient',
    label: { fr: 'Terminer', en: 'End' },
    input: none
  },
  // By an act of the case alone, which frees the place in the same transaction.
  renounce: {
    from: ['accepted'],
    to: 'declined',
    side: 'case',
    label: { fr: 'Revenir sur l’accord', en: 'Take the agreement back' },
    input: refusalInput
  },
  // The answer stays what it was: somebody only says what became of it, and is waited for no more.
  note: {
    from: ['declined'],
    to: 'declined',
    side: 'awaited',
    label: { fr: 'Prendre acte du refus', en: 'Take note of the refusal' },
    input: () =>
      closed({
        sequel: choice(sequels, { label: { fr: 'Suite donnée', en: 'What follows' } }),
        note: optional(
          longText({
            label: { fr: 'Précisions', en: 'Details' },
            hint: { fr: 'Sans nom ni adresse.', en: 'No name, no address.' }
          })
        )
      }),
    duty: true
  },
  // Silence never closes a referral: it is said to a named person, and an answer stays possible.
  expire: {
    from: ['sent', 'questioned'],
    to: 'escalated',
    side: 'system',
    label: { fr: 'Sans réponse dans le délai', en: 'No answer in time' },
    input: none
  }
} as const satisfies Record<string, ReferralRow>

export type ReferralCommand = keyof typeof referralCommands
export const referralCommandTypes = Object.keys(referralCommands) as ReferralCommand[]
export const referralRow = (type: ReferralCommand): ReferralRow => referralCommands[type]

const nodeOf = (state: ReferralState) => ({
  on: Object.fromEntries(
    referralCommandTypes
      .filter((type) => referralRow(type).from.includes(state))
      .map((type) => [type, referralRow(type).to])
  )
})

export const referralMachine = setup({ types: { events: {} as { type: ReferralCommand } } }).createMachine({
  id: 'referral',
  initial: 'sent',
  states: Object.fromEntries(
    (Object.keys(referralStates) as ReferralState[]).map((state) => [state, nodeOf(state)])
  )
})

/** The next state, or null where the act is not open. Pure. */
export const advanceReferral = (state: ReferralState, type: ReferralCommand): ReferralState | null => {
  const snapshot = referralMachine.resolveState({ value: state as never })
  if (!snapshot.can({ type })) return null
  return transition(referralMachine, snapshot, { type })[0].value as ReferralState
}
