import { Type } from 'typebox'
import { rowsOf } from '../../act/command.ts'
import { whenJudged, whenPlaced } from './held.openings.ts'
import { agreed, choice, closed, date, hour, notesKeyword, optional, yes } from '../../vocabulary/fields.ts'
import { territoryCodes } from '../../calendar/territories.ts'

const row = rowsOf('housing', { transition: 'T212' })

const day = (fr: string, en: string) => date({ label: { fr, en }, dataClass: 'K' })

const wishes = agreed({
  label: { fr: 'La personne le souhaite', en: 'The person wishes it' },
  dataClass: 'K'
})

/** Where the person is held moves no search for a place: it is told as where they live is, by the département alone. */
export const holding = {
  'held.record': row({
    label: {
      fr: 'Enregistrer un placement en zone d’attente ou en rétention',
      en: 'Record a placement in a waiting zone or in detention'
    },
    done: { fr: 'Personne retenue', en: 'Person held' },
    input: closed({
      where: choice(
        {
          waiting_zone: { fr: 'zone d’attente', en: 'waiting zone' },
          detention: { fr: 'rétention', en: 'detention' }
        },
        {
          label: { fr: 'Où', en: 'Where' },
          hint: {
            fr: 'Aucune personne mineure ne peut être placée en rétention (L741-5) ; en zone d’attente, un administrateur ad hoc lui est désigné sans délai (L343-2).',
            en: 'No minor may be placed in detention (L741-5); in a waiting zone an ad hoc guardian is named without delay (L343-2).'
          },
          dataClass: 'K'
        }
      ),
      on: date({
        label: { fr: 'Placement notifié le', en: 'Placement notified on' },
        hint: {
          fr: 'En rétention, le délai d’un mois ou de sept jours contre une obligation de quitter devient de quarante-huit heures dès que la personne en est informée (R921-1) : enregistrez-le comme changement du délai de recours, « rétention administrative ».',
          en: 'In detention the month or seven days against an obligation to leave become forty-eight hours once the person is told so (R921-1): record it as a change of the time to appeal, “detention centre”.'
        },
        dataClass: 'K'
      }),
      territory: Type.String({
        enum: territoryCodes,
        [notesKeyword]: {
          label: { fr: 'Département', en: 'Département' },
          dataClass: 'K',
          lookup: 'territories'
        }
      }),
      // Whoever hears of it from outside may not know.
      told: optional(
        yes({
          label: {
            fr: 'Droits dits dans une langue que la personne comprend',
            en: 'Rights said in a language that the person understands'
          },
          hint: {
            fr: 'Interprète, médecin, conseil, personne de son choix ; et, si des éléments le laissent penser, les droits d’une victime et le délai de réflexion (R425-1) : il peut être proposé ici aussi.',
            en: 'Interpreter, doctor, counsel, a person of their choice; and, where elements suggest it, the rights of a victim and the reflection period (R425-1): it may be offered here too.'
          },
          dataClass: 'K',
          mayBeUnknown: true
        })
      ),
      asylumToldOn: optional(
        date({
          label: { fr: 'Droits en matière d’asile notifiés le', en: 'Asylum rights notified on' },
          hint: {
            fr: 'En rétention : au-delà de cinq jours, une demande d’asile n’est plus recevable, sauf faits survenus après (L754-1).',
            en: 'In detention: after five days a claim for asylum is inadmissible, save facts that arose later (L754-1).'
          },
          dataClass: 'K'
        })
      ),
      heardOn: optional(day('Personne entendue le', 'Person heard on'))
    }),
    basis: [
      'CESEDA.L341-1',
      'CESEDA.L341-2',
      'CESEDA.L343-1',
      'CESEDA.L343-2',
      'CESEDA.L741-1',
      'CESEDA.L741-5',
      'CESEDA.L744-4',
      'CESEDA.L761-8',
      'CESEDA.L921-2',
      'CESEDA.L754-1',
      'CESEDA.R921-1',
      'CESEDA.R425-1'
    ],
    opens: whenPlaced,
    records: true,
    coerces: 'begins',
    warns: ['mayBeDetained'],
    thread: { of: 'held', day: 'on' },
    apply: (_facts, { where }) => ({ heldIn: where, heldExtended: false })
  }),
  'held.contest': row({
    label: { fr: 'Contester le placement en rétention', en: 'Contest the placement in detention' },
    done: { fr: 'Placement en rétention contesté', en: 'Placement in detention contested' },
    input: closed({ on: day('Requête déposée le', 'Claim filed on'), wishes }),
    warns: ['held'],
    basis: ['CESEDA.L741-10', 'CESEDA.L742-8', 'CESEDA.L754-3', 'CESEDA.R741-3', 'CESEDA.R743-2'],
    evenWhenClosed: true
  }),
  'held.judged': row({
    label: {
      fr: 'Enregistrer l’ordonnance du juge sur la rétention ou la zone d’attente',
      en: 'Record the judge’s order on the detention or waiting zone'
    },
    done: { fr: 'Ordonnance du juge sur le placement', en: 'Judge’s order on the placement' },
    input: closed({
      on: day('Prononcée le', 'Pronounced on'),
      at: optional(
        hour({
          label: { fr: 'Heure du prononcé', en: 'Hour of the order' },
          hint: {
            fr: 'L’appel se fait dans les vingt-quatre heures (R743-10, R342-10). Heure inconnue, elles se comptent depuis le début du jour.',
            en: 'The appeal is made within twenty-four hours (R743-10, R342-10). Where the hour is not known they count from the start of the day.'
          },
          dataClass: 'K'
        })
      ),
      notifiedOn: optional(
        day('Notifiée le, si la personne n’était pas à l’audience', 'Notified on, if they did not attend')
      ),
      outcome: choice(
        {
          held_on: {
            fr: 'maintien autorisé, rétention prolongée ou contestation rejetée',
            en: 'kept, detention extended or contest rejected'
          },
          house_arrest: { fr: 'assignation à résidence', en: 'house arrest' },
          freed: { fr: 'mainlevée, ou fin du maintien', en: 'freed' }
        },
        {
          label: { fr: 'Issue', en: 'Outcome' },
          hint: {
            fr: 'Rétention : libérée ou assignée, la personne reste à la disposition de la justice vingt-quatre heures (L743-19), et plus si le parquet obtient un appel suspensif (L743-22).',
            en: 'Detention: freed or under house arrest, the person stays at the court’s disposal for twenty-four hours (L743-19), and longer where the prosecutor is granted a suspensive appeal (L743-22).'
          },
          dataClass: 'K'
        }
      ),
      until: optional(
        date({
          label: { fr: 'Prolongée jusqu’au', en: 'Extended until' },
          hint: {
            fr: 'La date écrite sur l’ordonnance : vingt-six jours en rétention (L742-3), puis trente au plus (L742-4), à Mayotte vingt-cinq selon des mots que l’article n’a plus (L761-8, 6°) ; huit au plus en zone d’attente (L342-1), et encore huit (L342-4).',
            en: 'The date on the order: twenty-six days in detention (L742-3), then thirty at most (L742-4), in Mayotte twenty-five by words that the article no longer has (L761-8, 6°); eight at most in a waiting zone (L342-1), and eight again (L342-4).'
          },
          dataClass: 'K',
          ahead: true
        })
      )
    }),
    warns: ['held'],
    basis: [
      'CESEDA.L743-4',
      'CESEDA.L342-5',
      'CESEDA.L342-1',
      'CESEDA.L742-1',
      'CESEDA.L742-3',
      'CESEDA.L742-4',
      'CESEDA.L342-4',
      'CESEDA.L743-19',
      'CESEDA.L743-22',
      'CESEDA.R743-10',
      'CESEDA.R342-10'
    ],
    opens: whenJudged,
    records: true,
    coerces: 'follows',
    thread: { of: 'held', day: 'on' },
    apply: (_facts, { outcome, until }) => {
      if (outcome !== 'held_on') return { heldIn: null, heldExtended: false }
      return until === undefined ? {} : { heldExtended: true }
    }
  }),
  'held.appeal': row({
    label: {
      fr: 'Faire appel de l’ordonnance du juge sur la rétention ou la zone d’attente',
      en: 'Appeal against the judge’s order on the detention or waiting zone'
    },
    done: { fr: 'Appel formé contre l’ordonnance du juge', en: 'Appeal made against the judge’s order' },
    input: closed({ on: day('Déclaration d’appel le', 'Appealed on'), wishes }),
    basis: ['CESEDA.L743-21', 'CESEDA.L342-12', 'CESEDA.R743-10', 'CESEDA.R743-11', 'CESEDA.R342-10'],
    evenWhenClosed: true
  }),
  'held.ended': row({
    label: {
      fr: 'Enregistrer la fin de la rétention ou de la zone d’attente',
      en: 'Record the end of the detention or waiting zone'
    },
    done: { fr: 'Placement terminé', en: 'Placement ended' },
    input: closed({
      on: day('Le', 'On'),
      outcome: choice(
        {
          freed: { fr: 'libre', en: 'free' },
          judge: { fr: 'mainlevée par un juge', en: 'freed by a judge' },
          house_arrest: { fr: 'assignation à résidence', en: 'house arrest' },
          left: { fr: 'départ de France', en: 'left France' }
        },
        { label: { fr: 'Issue', en: 'Outcome' }, dataClass: 'K' }
      )
    }),
    warns: ['held'],
    basis: ['CESEDA.L342-1', 'CESEDA.L742-1'],
    records: true,
    coerces: 'follows',
    thread: { of: 'held', day: 'on' },
    apply: () => ({ heldIn: null, heldExtended: false })
  })
}
