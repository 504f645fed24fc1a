import { rowsOf } from '../../act/command.ts'
import { choice, closed, date, optional } from '../../vocabulary/fields.ts'
import { courtOfPlace, foundIn, on, opinion } from './fields.ts'
import { beforeJudge, unprotected } from '../../vocabulary/states.ts'
import { assessments, receptionEnds, receptions } from '../../vocabulary/words.minor.ts'

const row = rowsOf('minor', { transition: 'T601' })

const protectedYet = [...beforeJudge, 'runaway'] as const

/** What the département does with a report of concern, and a child whom it receives before anybody has decided. */
export const receiving = {
  // The three months run from the reception (D226-2-4), which came between these two days: the earlier is the safe one.
  'concern.taken': row({
    label: { fr: 'Information reçue par le département', en: 'Report received by the département' },
    done: { fr: 'Information préoccupante reçue', en: 'Report of concern received' },
    input: closed({
      sentOn: optional(date({ label: { fr: 'Envoyée le', en: 'Sent on' } })),
      takenOn: optional(date({ label: { fr: 'Prise en charge le', en: 'Taken charge of on' } }))
    }),
    basis: ['CASF.L226-3', 'CASF.D226-2-4'],
    opens: [
      {
        ...{ code: 'D-IP', when: 'concernPending', given: 'sentOn', startsOn: 'sentOn' },
        doubts: [{ doubt: 'maybeReceivedLater', from: 'takenOn' }]
      },
      { code: 'D-IP', when: 'concernPending', unlessGiven: 'sentOn' }
    ],
    evenWhenClosed: true,
    offered: false
  }),
  'concern.received': row({
    records: true,
    keeps: unprotected,
    from: ['information_preoccupante', 'runaway'],
    label: { fr: 'Dater la réception de l’information', en: 'Date the receipt of the report' },
    done: { fr: 'Réception de l’information préoccupante datée', en: 'Receipt of the report dated' },
    input: closed({ on: date({ label: { fr: 'Reçue le', en: 'Received on' } }) }),
    guards: ['concernPending'],
    basis: ['CASF.L226-3', 'CASF.D226-2-4'],
    opens: [{ code: 'D-IP', startsOn: 'on', restarts: true }]
  }),
  'concern.assess': row({
    records: true,
    keeps: unprotected,
    from: ['information_preoccupante', 'runaway'],
    label: { fr: 'Rendre l’évaluation', en: 'Give the assessment' },
    done: { fr: 'Information préoccupante évaluée', en: 'Report of concern assessed' },
    input: closed({
      on,
      outcome: choice(assessments, { label: { fr: 'Conclusion', en: 'Conclusion' } }),
      opinion
    }),
    guards: ['minorOrDoubt', 'concernPending'],
    basis: ['CASF.D226-2-4', 'CASF.L226-3'],
    duty: true,
    apply: () => ({ concernAssessed: true })
  }),
  // The prosecutor is told at once, by the act itself.
  'minor.received': row({
    records: true,
    keeps: unprotected,
    transition: 'T606',
    from: protectedYet,
    label: { fr: 'Recueillir l’enfant en urgence', en: 'Receive the child in an emergency' },
    done: { fr: 'Enfant recueilli provisoirement', en: 'Child received provisionally' },
    input: closed({
      on: date({ label: { fr: 'Enfant recueilli le', en: 'Received on' } }),
      ground: choice(receptions, {
        label: { fr: 'Pourquoi l’enfant est recueilli', en: 'Why the child is received' }
      }),
      foundIn,
      court: courtOfPlace
    }),
    guards: ['minorOrDoubt', 'beforeJudge'],
    basis: ['CASF.L223-2', 'CC.375-5', 'CASF.L221-2-4'],
    opens: [
      { code: 'D-RECEPTION', startsOn: 'on', whenInput: { field: 'ground', is: 'no_consent' } },
      { code: 'D-RECEPTION-RUNAWAY', startsOn: 'on', whenInput: { field: 'ground', is: 'left_home' } }
    ],
    effects: [{ type: 'openReferral', kind: 'prosecutor' }],
    apply: (_facts, input) => ({ foundIn: input.foundIn, received: true })
  }),
  'minor.reception_ended': row({
    records: true,
    keeps: unprotected,
    transition: 'T606',
    from: protectedYet,
    label: {
      fr: 'Enregistrer l’issue du recueil provisoire',
      en: 'Record the outcome of the provisional reception'
    },
    done: { fr: 'Recueil provisoire terminé', en: 'Provisional reception ended' },
    input: closed({ on, how: choice(receptionEnds, { label: { fr: 'Comment', en: 'How' } }) }),
    guards: ['minorOrDoubt', 'received', 'beforeJudge'],
    basis: ['CASF.L223-2'],
    evenWhenClosed: true,
    apply: () => ({ received: false })
  })
}
