import { addDays } from '../../calendar/calendar.ts'
import { rowsOf } from '../../act/command.ts'
import { choice, closed, date } from '../../vocabulary/fields.ts'
import { ofHours, ofNotice, shortNoticeFields } from './notice.ts'
import { afterLeavingRejection, leavingRejectionFields } from './judgment.ts'
import { appealForm, on } from './words.ts'

const row = rowsOf('residence', { transition: 'T316' })

const startsOn = 'notifiedOn'
/** Days in which the longest of its times to appeal runs: one month. */
const atMost = 31

/**
 * An obligation to leave that comes by itself, without a permit being refused or withdrawn. It moves no state of the stay: what was
 * asked for goes on. Whatever the law says of it, it is written down on its day, since the time to appeal is short.
 */
export const removal = {
  'removal.notified': row({
    coerces: 'begins',
    label: {
      fr: 'Enregistrer une obligation de quitter le territoire',
      en: 'Record an obligation to leave'
    },
    done: { fr: 'Obligation de quitter le territoire notifiée', en: 'Obligation to leave notified' },
    input: closed({
      decisionOn: on('Décision du', 'Decision of'),
      notifiedOn: date({
        label: { fr: 'Notifiée le', en: 'Notified on' },
        hint: {
          fr: 'Aucune ne peut viser une personne mineure (L611-3), ni être prise ou exécutée pendant le délai de réflexion (R425-2) : enregistrez-la quand même, le recours est bref.',
          en: 'None may be of a minor (L611-3), nor be taken or carried out during the reflection period (R425-2): record it all the same, the time to appeal is short.'
        },
        dataClass: 'E'
      }),
      appealWithin: choice(
        {
          one_month: { fr: 'un mois', en: 'one month' },
          seven_days: {
            fr: 'sept jours : assignation à résidence, ou prison',
            en: 'seven days: house arrest, or prison'
          },
          forty_eight_hours: { fr: 'quarante-huit heures : rétention', en: 'forty-eight hours: detention' }
        },
        { label: { fr: 'Délai de recours indiqué', en: 'Time to appeal as stated' }, dataClass: 'E' }
      ),
      ...shortNoticeFields('E')
    }),
    basis: [
      'CESEDA.L611-1',
      'CESEDA.L611-3',
      'CESEDA.R425-2',
      'CESEDA.L614-1',
      'CESEDA.L614-2',
      'CESEDA.L614-3',
      'CESEDA.L722-7',
      'CJA.R421-5'
    ],
    opens: [
      {
        code: 'D-APPEAL-LEAVE',
        startsOn,
        whenInput: { field: 'appealWithin', is: 'one_month' },
        ...ofNotice
      },
      {
        code: 'D-APPEAL-LEAVE-7D',
        startsOn,
        whenInput: { field: 'appealWithin', is: 'seven_days' },
        ...ofNotice
      },
      {
        code: 'D-APPEAL-LEAVE-48H',
        startsOn,
        whenInput: { field: 'appealWithin', is: 'forty_eight_hours' },
        ...ofHours
      }
    ],
    records: true,
    warns: ['mayBeToldToLeave', 'removalNotBarred'],
    thread: { of: 'leave', day: 'notifiedOn' },
    apply: () => ({ leaveStands: true }),
    // Beside a later end, which may be of another: while it may be appealed against, it stands.
    recalls: (_facts, { notifiedOn }, { by: { today } }) =>
      today !== undefined && addDays(notifiedOn, atMost) >= today ? { leaveStands: true } : {}
  }),
  'removal.appeal': row({
    label: {
      fr: 'Enregistrer le recours contre l’obligation de quitter',
      en: 'Record the appeal against the obligation to leave'
    },
    done: {
      fr: 'Obligation de quitter contestée devant le tribunal, ou la juridiction supérieure',
      en: 'Obligation to leave brought before the court, or the one above it'
    },
    input: appealForm,
    guards: ['leaveStands'],
    basis: ['CESEDA.L614-1', 'CESEDA.L722-7', 'CJA.L521-2'],
    records: true,
    evenWhenClosed: true
  }),
  // It answers no time that runs: another obligation may have been notified since the one that was judged.
  'removal.judged': row({
    label: {
      fr: 'Enregistrer le rejet du recours contre l’obligation de quitter',
      en: 'Record that the appeal against the obligation to leave is rejected'
    },
    done: {
      fr: 'Recours contre l’obligation de quitter rejeté',
      en: 'Appeal against the obligation to leave rejected'
    },
    input: closed(leavingRejectionFields),
    guards: ['leaveStands'],
    basis: [
      ...(['CESEDA.L614-1', 'CESEDA.R911-8', 'CESEDA.R922-27'] as const),
      ...(['CJA.R811-5', 'CJA.R821-1', 'CJA.R821-2'] as const)
    ],
    opens: afterLeavingRejection({ judgment: 'D-APPEAL-LEAVE-CAA', ruling: 'D-APPEAL-LEAVE-CE' }),
    records: true,
    evenWhenClosed: true
  }),
  'removal.ended': row({
    label: {
      fr: 'Enregistrer la fin de l’obligation de quitter',
      en: 'Record how the obligation to leave ended'
    },
    done: { fr: 'Obligation de quitter terminée', en: 'Obligation to leave ended' },
    input: closed({
      on: on('Le', 'On'),
      outcome: choice(
        {
          annulled: { fr: 'annulée par le tribunal', en: 'annulled by the court' },
          withdrawn: { fr: 'abrogée ou retirée', en: 'withdrawn' },
          carried_out: { fr: 'exécutée', en: 'carried out' }
        },
        { label: { fr: 'Issue', en: 'Outcome' }, dataClass: 'E' }
      )
    }),
    guards: ['leaveStands'],
    basis: ['CESEDA.L614-1'],
    records: true,
    thread: { of: 'leave', day: 'on' },
    apply: () => ({ leaveStands: false })
  })
}
