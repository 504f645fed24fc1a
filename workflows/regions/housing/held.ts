import { Type } from 'typebox'
import { rowsOf } from '../../act/command.ts'
import { choice, closed, date, notesKeyword, optional, yes } from '../../vocabulary/fields.ts'
import { territoryCodes } from '../../calendar/territories.ts'

const row = rowsOf('housing', { transition: 'T212' })

const day = (fr: string, en: string) => date({ label: { fr, en }, dataClass: 'K' })

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
      on: day('Placement notifié le', 'Placement notified on'),
      territory: Type.String({
        enum: territoryCodes,
        [notesKeyword]: {
          label: { fr: 'Département', en: 'Département' },
          dataClass: 'K',
          lookup: 'territories'
        }
      }),
      told: yes({
        label: {
          fr: 'Droits dits dans une langue que la personne comprend',
          en: 'Rights said in a language that the person understands'
        },
        hint: {
          fr: 'Interprète, médecin, conseil, personne de son choix ; et, si des éléments le laissent penser, les droits d’une victime et le délai de réflexion (R425-1) : il peut être proposé ici aussi.',
          en: 'Interpreter, doctor, counsel, a person of their choice; and, where elements suggest it, the rights of a victim and the reflection period (R425-1): it may be offered here too.'
        },
        dataClass: 'K'
      }),
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
      'CESEDA.L921-2',
      'CESEDA.R425-1'
    ],
    opens: [
      { code: 'D-HELD-ZONE', startsOn: 'on', whenInput: { field: 'where', is: 'waiting_zone' } },
      { code: 'D-HELD-DETENTION', startsOn: 'on', whenInput: { field: 'where', is: 'detention' } }
    ],
    records: true,
    warns: ['mayBeDetained'],
    thread: { of: 'held', day: 'on' },
    apply: (_facts, { where }) => ({ heldIn: where })
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
    guards: ['held'],
    basis: ['CESEDA.L342-1', 'CESEDA.L742-1'],
    records: true,
    thread: { of: 'held', day: 'on' },
    apply: () => ({ heldIn: null })
  })
}
