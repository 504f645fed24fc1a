import { rowsOf } from '../act/command.ts'
import { choice, closed, date, optional } from '../vocabulary/fields.ts'
import { ofHours, shortNoticeFields } from './residence/notice.ts'
import { dayOf } from './residence/judgment.ts'
import { broughtForm, judgedBasis, judgedForm, onceRejected } from './residence/short-notice.ts'

const row = rowsOf('asylum', { transition: 'T310', records: true })

const startsOn = 'notifiedOn'
/** Where a claim is known: it was lodged in detention (L754-3). Whoever is refused entry may lodge one once let in alone (L352-9). */
const known = ['pending', 'protected', 'refused'] as const

/** « La décision de transfert qui l'accompagne » is contested in the same forty-eight hours (L352-4), and stands in a row of its own. */
const ofTransferToo = optional(
  choice(
    { too: { fr: 'oui, le transfert aussi', en: 'yes, the transfer as well' } },
    {
      label: {
        fr: 'Le recours porte aussi sur le transfert',
        en: 'The appeal is against the transfer as well'
      },
      hint: {
        fr: 'Celui qui a été notifié avec le refus d’entrée (L352-4). Sans réponse, son délai continue.',
        en: 'The one that was notified with the refusal of entry (L352-4). Without an answer its time goes on.'
      },
      dataClass: 'I'
    }
  )
)

/**
 * What is decided of whoever asks for asylum while they are held: entry refused at the border, or detention that goes on. Both are
 * contested by the hour. They tell of asylum, and are written down by whoever is shown the paper.
 */
export const heldSeekers = {
  'asylum.entry_refused': row({
    coerces: 'begins',
    label: {
      fr: 'Enregistrer un refus d’entrée au titre de l’asile',
      en: 'Record that entry is refused to an asylum seeker'
    },
    done: {
      fr: 'Refus d’entrée au titre de l’asile notifié',
      en: 'Entry refused to an asylum seeker: notified'
    },
    input: closed({
      decisionOn: dayOf('I', 'Décision du', 'Decision of'),
      notifiedOn: date({
        label: { fr: 'Notifié le', en: 'Notified on' },
        hint: {
          fr: 'Quarante-huit heures pour saisir le tribunal administratif, contre le refus et le transfert notifié avec lui (L352-4, L921-2). Ni l’un ni l’autre n’est exécuté avant ces quarante-huit heures, ni avant le jugement (L352-8). Une personne mineure seule a un administrateur ad hoc, sans délai (L343-2). Texte du 3 avril 2026 : ce que le règlement 2024/1348 y a changé depuis le 12 juin 2026 n’a pas été lu ; si la notification dit un autre délai, suivez le plus court.',
          en: 'Forty-eight hours to go to the administrative court, against the refusal and the transfer notified with it (L352-4, L921-2). Neither is carried out before those forty-eight hours, nor before the judgment (L352-8). A minor who is alone has an ad hoc guardian, without delay (L343-2). Text of 3 April 2026: what Regulation 2024/1348 has changed of it since 12 June 2026 was not read; where the notice says another time, follow the shorter.'
        },
        dataClass: 'I'
      }),
      ...shortNoticeFields('I')
    }),
    basis: [
      ...(['CESEDA.L352-4', 'CESEDA.L921-2', 'CESEDA.R921-3', 'CESEDA.L352-3', 'CESEDA.L352-8'] as const),
      ...(['CESEDA.L343-2', 'CJA.R421-5'] as const)
    ],
    warns: ['mayBeDetained'],
    opens: [{ code: 'D-ASYLUM-ENTRY-48H', startsOn, ...ofHours }]
  }),
  'asylum.entry_contested': row({
    label: {
      fr: 'Enregistrer le recours contre le refus d’entrée au titre de l’asile',
      en: 'Record the appeal against entry refused to an asylum seeker'
    },
    done: {
      fr: 'Refus d’entrée porté devant le tribunal administratif, ou la juridiction supérieure',
      en: 'Refusal of entry brought before the administrative court, or the one above it'
    },
    input: closed({ ...broughtForm('I').properties, transfer: ofTransferToo }),
    basis: ['CESEDA.L352-4', 'CESEDA.L921-2', 'CESEDA.L352-7', 'CESEDA.L352-8', 'CESEDA.L352-9'],
    evenWhenClosed: true
  }),
  'asylum.entry_judged': row({
    label: {
      fr: 'Enregistrer le jugement sur le refus d’entrée au titre de l’asile',
      en: 'Record the judgment on entry refused to an asylum seeker'
    },
    done: { fr: 'Jugement sur le refus d’entrée', en: 'Judgment on the refusal of entry' },
    input: judgedForm('I'),
    basis: ['CESEDA.L352-9', ...judgedBasis],
    opens: onceRejected({ judgment: 'D-ASYLUM-ENTRY-CAA', ruling: 'D-ASYLUM-ENTRY-CE' }),
    evenWhenClosed: true
  }),
  'asylum.detention_kept': row({
    coerces: 'begins',
    label: {
      fr: 'Enregistrer le maintien en rétention d’un demandeur d’asile',
      en: 'Record that an asylum seeker is kept in detention'
    },
    done: { fr: 'Maintien en rétention notifié', en: 'Kept in detention: notified' },
    input: closed({
      decisionOn: dayOf('I', 'Décision du', 'Decision of'),
      notifiedOn: date({
        label: { fr: 'Notifié le', en: 'Notified on' },
        hint: {
          fr: 'Décision écrite et motivée (L754-3). Quarante-huit heures pour saisir le tribunal administratif (L754-4, L921-2), qui juge après la décision de l’OFPRA ; pas d’éloignement avant elle, ni avant le jugement (L754-5, sauf L542-2, 2°, b et c). Le placement lui-même se conteste devant le juge judiciaire.',
          en: 'A decision in writing, with reasons (L754-3). Forty-eight hours to go to the administrative court (L754-4, L921-2), which rules after OFPRA has decided; no removal before that, nor before the judgment (L754-5, save L542-2, 2°, b and c). The placement itself is contested before the judicial court.'
        },
        dataClass: 'I'
      }),
      ...shortNoticeFields('I')
    }),
    basis: [
      ...(['CESEDA.L754-3', 'CESEDA.L754-4', 'CESEDA.L921-2', 'CESEDA.R921-3', 'CESEDA.L754-5'] as const),
      'CJA.R421-5'
    ],
    warns: ['mayBeDetained'],
    opens: [{ code: 'D-ASYLUM-KEPT-48H', startsOn, ...ofHours }],
    apply: () => ({ asylumLink: true })
  }),
  'asylum.detention_contested': row({
    from: known,
    label: {
      fr: 'Enregistrer le recours contre le maintien en rétention',
      en: 'Record the appeal against being kept in detention'
    },
    done: {
      fr: 'Maintien en rétention porté devant le tribunal administratif, ou la juridiction supérieure',
      en: 'Detention kept: brought before the administrative court, or the one above it'
    },
    input: broughtForm('I'),
    basis: ['CESEDA.L754-4', 'CESEDA.L921-2', 'CESEDA.L754-5', 'CESEDA.R922-9'],
    evenWhenClosed: true
  }),
  'asylum.detention_judged': row({
    from: known,
    label: {
      fr: 'Enregistrer le jugement sur le maintien en rétention',
      en: 'Record the judgment on being kept in detention'
    },
    done: { fr: 'Jugement sur le maintien en rétention', en: 'Judgment on being kept in detention' },
    input: judgedForm('I'),
    basis: ['CESEDA.L754-4', ...judgedBasis],
    opens: onceRejected({ judgment: 'D-ASYLUM-KEPT-CAA', ruling: 'D-ASYLUM-KEPT-CE' }),
    evenWhenClosed: true
  })
} as const
