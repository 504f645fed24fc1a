import { setup, transition } from 'xstate'
import type { TObject } from 'typebox'
import { courtLabels } from '../calendar/jurisdictions.ts'
import { choice, closed, id, nothing, optional } from '../vocabulary/fields.ts'
import { insufficiencies } from '../vocabulary/words.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { followupOutcomes, followupSubjects } from './followup.ts'
import { rejoinReasons, ties } from './withdrawal.ts'
import { meetingStateIds, presences, type MeetingState } from './states.ts'
import { voices } from './tally.ts'

export type MeetingRow = {
  from: readonly MeetingState[]
  /** `same` leaves the meeting where it is. */
  to: MeetingState | 'same'
  /** The secretary conducts; a member only gives a voice. */
  side: 'secretary' | 'member'
  label: Bilingual
  input: TObject
}

const item = id({ label: { fr: 'Point de l’ordre du jour', en: 'Agenda item' } })
const member = id({ label: { fr: 'Membre', en: 'Member' } })
const withdrawal = id({ label: { fr: 'Retrait', en: 'Withdrawal' } })
const asker = id({ label: { fr: 'Qui demande le retour', en: 'Who asks to come back' } })
const followup = id({ label: { fr: 'Dossier en cours', en: 'Running case' } })
const voice = choice(voices, { label: { fr: 'Vote', en: 'Vote' } })

export const meetingCommands = {
  'item.add': {
    from: ['planned'],
    to: 'same',
    side: 'secretary',
    label: { fr: 'Inscrire à l’ordre du jour', en: 'Put on the agenda' },
    input: closed({ caseId: id({ label: { fr: 'Dossier', en: 'Case' } }) })
  },
  'item.remove': {
    from: ['planned'],
    to: 'same',
    side: 'secretary',
    label: { fr: 'Retirer de l’ordre du jour', en: 'Take off the agenda' },
    input: closed({ itemId: item })
  },
  'item.court': {
    from: ['planned'],
    to: 'same',
    side: 'secretary',
    label: {
      fr: 'Indiquer le tribunal dont le protocole s’applique',
      en: 'Say the court whose protocol decides'
    },
    input: closed({
      itemId: item,
      court: optional(choice(courtLabels, { list: 'courts', label: { fr: 'Tribunal', en: 'Court' } }))
    })
  },
  'followup.add': {
    from: ['planned'],
    to: 'same',
    side: 'secretary',
    label: { fr: 'Inscrire le suivi d’un dossier en cours', en: 'Put a running case on the agenda' },
    input: closed({
      caseId: id({ label: { fr: 'Dossier', en: 'Case' } }),
      subject: choice(followupSubjects, { label: { fr: 'Motif du suivi', en: 'Subject' } })
    })
  },
  'followup.remove': {
    from: ['planned'],
    to: 'same',
    side: 'secretary',
    label: { fr: 'Retirer ce suivi', en: 'Take this follow-up off' },
    input: closed({ followupId: followup })
  },
  convene: {
    from: ['planned'],
    to: 'convened',
    side: 'secretary',
    label: { fr: 'Convoquer les membres', en: 'Convene the members' },
    input: nothing
  },
  open: {
    from: ['convened'],
    to: 'open',
    side: 'secretary',
    label: { fr: 'Ouvrir la séance', en: 'Open the session' },
    input: nothing
  },
  attend: {
    from: ['open'],
    to: 'same',
    side: 'secretary',
    label: { fr: 'Noter la présence', en: 'Record attendance' },
    input: closed({
      personId: member,
      presence: choice(presences, { label: { fr: 'Présence', en: 'Attendance' } })
    })
  },
  vote: {
    from: ['open'],
    to: 'same',
    side: 'member',
    label: { fr: 'Voter', en: 'Vote' },
    input: closed({ itemId: item, voice })
  },
  'item.recuse': {
    from: ['convened', 'open'],
    to: 'same',
    side: 'member',
    label: {
      fr: 'Me retirer de ce dossier (conflit d’intérêts)',
      en: 'Withdraw from this case (conflict of interest)'
    },
    input: closed({
      itemId: item,
      // Left out, it is whoever says it.
      tie: optional(choice(ties, { label: { fr: 'De qui est le lien', en: 'Whose tie it is' } }))
    })
  },
  'item.rejoin': {
    from: ['convened', 'open'],
    to: 'same',
    side: 'member',
    label: { fr: 'Reprendre ma place sur ce dossier', en: 'Take my place on this case again' },
    input: closed({
      itemId: item,
      reason: choice(rejoinReasons, { label: { fr: 'Motif de la reprise', en: 'Reason for coming back' } })
    })
  },
  'item.readmit': {
    from: ['convened', 'open'],
    to: 'same',
    side: 'secretary',
    label: { fr: 'Confirmer le retour d’une institution', en: 'Confirm that an institution comes back' },
    input: closed({ itemId: item, withdrawalId: withdrawal, askedBy: asker })
  },
  'item.uphold': {
    from: ['convened', 'open'],
    to: 'same',
    side: 'secretary',
    label: { fr: 'Maintenir le retrait d’une institution', en: 'Uphold the withdrawal of an institution' },
    input: closed({ itemId: item, withdrawalId: withdrawal, askedBy: asker })
  },
  'vote.record': {
    from: ['open'],
    to: 'same',
    side: 'secretary',
    label: { fr: 'Noter le vote d’un membre présent', en: 'Record the vote of a member present' },
    input: closed({ itemId: item, personId: member, voice })
  },
  'item.decide': {
    from: ['open'],
    to: 'same',
    side: 'secretary',
    label: { fr: 'Clore le vote et décider', en: 'Close the vote and decide' },
    input: closed({
      itemId: item,
      // Asked for once the voices find the elements insufficient: before that nobody knows which way they go.
      reason: optional(
        choice(insufficiencies, {
          label: {
            fr: 'Motif, si les éléments sont insuffisants',
            en: 'Reason, if elements are insufficient'
          }
        })
      )
    })
  },
  'item.adjourn': {
    from: ['open'],
    to: 'same',
    side: 'secretary',
    label: { fr: 'Ajourner', en: 'Adjourn' },
    input: closed({ itemId: item })
  },
  'followup.note': {
    from: ['open'],
    to: 'same',
    side: 'secretary',
    label: { fr: 'Noter la suite d’un dossier en cours', en: 'Record what follows for a running case' },
    input: closed({
      followupId: followup,
      outcome: choice(followupOutcomes, { label: { fr: 'Suite', en: 'Outcome' } })
    })
  },
  close: {
    from: ['open'],
    to: 'closed',
    side: 'secretary',
    label: { fr: 'Clore la séance', en: 'Close the session' },
    input: nothing
  },
  cancel: {
    from: ['planned', 'convened'],
    to: 'cancelled',
    side: 'secretary',
    label: { fr: 'Annuler la réunion', en: 'Cancel the meeting' },
    input: nothing
  }
} as const satisfies Record<string, MeetingRow>

export type MeetingCommand = keyof typeof meetingCommands
export const meetingCommandTypes = Object.keys(meetingCommands) as MeetingCommand[]
export const meetingRow = (type: MeetingCommand): MeetingRow => meetingCommands[type]

const nodeOf = (state: MeetingState) => ({
  on: Object.fromEntries(
    meetingCommandTypes
      .filter((type) => meetingRow(type).from.includes(state))
      .map((type) => [type, meetingRow(type).to === 'same' ? state : meetingRow(type).to])
  )
})

export const meetingMachine = setup({ types: { events: {} as { type: MeetingCommand } } }).createMachine({
  id: 'meeting',
  initial: 'planned',
  states: Object.fromEntries(meetingStateIds.map((state) => [state, nodeOf(state)]))
})

/** The next state, or null where the act is not open. Pure. */
export const advanceMeeting = (state: MeetingState, type: MeetingCommand): MeetingState | null => {
  const snapshot = meetingMachine.resolveState({ value: state as never })
  if (!snapshot.can({ type })) return null
  return transition(meetingMachine, snapshot, { type })[0].value as MeetingState
}
