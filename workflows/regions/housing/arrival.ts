import { rowsOf } from '../../act/command.ts'
import { choice, closed, date, dateTime, nothing, optional } from '../../vocabulary/fields.ts'
import { asylumPlaceOver, endAsylumPlace, promised, release, seeking } from './ways.ts'
import { holdReasons, meetingMeans } from '../../vocabulary/words.housing.ts'
import { languages } from '../../vocabulary/words.ts'

const row = rowsOf('housing', { transition: 'T206' })

/** Days for which an interview may still be written down after it was held: ours. */
const heldWithin = 7

/** From a promised place to the arrival: the interview, the hold and its end. */
export const arrival = {
  'acse.visio': row({
    transition: 'T204',
    from: ['matched'],
    to: 'pre_admission',
    label: { fr: 'Fixer l’entretien de pré-accueil', en: 'Set the pre-admission interview' },
    done: { fr: 'Entretien de pré-accueil fixé', en: 'Pre-admission interview set' },
    input: closed({
      at: dateTime({
        label: { fr: 'Date et heure', en: 'Date and time' },
        hint: {
          fr: `À venir, ou tenu dans les ${heldWithin} derniers jours.`,
          en: `To come, or held within the last ${heldWithin} days.`
        },
        ahead: 'only',
        heldWithin
      }),
      by: optional(choice(meetingMeans, { label: { fr: 'Comment', en: 'How' }, dataClass: 'K' })),
      interpreter: optional(choice(languages, { label: { fr: 'Interprète', en: 'Interpreter' } }))
    }),
    requires: ['ownHeld'],
    basis: ['MNIO.ACSE'],
    duty: true
  }),
  'acse.admission': row({
    transition: 'T205',
    from: ['pre_admission'],
    to: 'housed_acse',
    label: { fr: 'Enregistrer l’arrivée', en: 'Record the arrival' },
    done: { fr: 'Arrivée dans l’accueil', en: 'Arrived at the shelter' },
    input: closed({ on: date({ label: { fr: 'Date d’arrivée', en: 'Date of arrival' } }) }),
    requires: ['placeHeld'],
    basis: ['CESEDA.R425-8', 'MNIO.ACSE'],
    opens: [{ code: 'MNIO-STAY-REVIEW', startsOn: 'on', restarts: true }],
    effects: [{ type: 'admitStay' }, ...endAsylumPlace],
    duty: true,
    apply: () => ({ bed: 'acse', ...asylumPlaceOver })
  }),
  // Who is in immediate danger goes to the place that agreed without waiting for an interview.
  'housing.moved': row({
    transition: 'T209',
    from: [...promised, 'security_alert'],
    to: 'moved',
    label: { fr: 'Installer sans attendre, pour sa sécurité', en: 'Settle at once, for their safety' },
    done: { fr: 'Accueil changé, par sécurité', en: 'Moved for safety' },
    input: closed({ on: date({ label: { fr: 'Date d’arrivée', en: 'Date of arrival' } }) }),
    guards: ['immediateDanger'],
    requires: ['placeHeld'],
    basis: ['MNIO.SECURITY', 'CESEDA.R425-8'],
    opens: [{ code: 'MNIO-STAY-REVIEW', startsOn: 'on', restarts: true }],
    effects: [{ type: 'admitStay' }, ...endAsylumPlace],
    apply: ({ host }) => ({ bed: host, ...asylumPlaceOver })
  }),
  'acse.hold_extended': row({
    transition: 'T203',
    from: promised,
    label: { fr: 'Tenir la place plus longtemps', en: 'Hold the place longer' },
    done: { fr: 'Place tenue plus longtemps', en: 'Place held longer' },
    input: closed({
      reason: choice(holdReasons, {
        label: { fr: 'Pourquoi tenir la place plus longtemps', en: 'Why the place is held longer' },
        dataClass: 'K'
      })
    }),
    guards: ['holdNotExtended'],
    requires: ['ownHeld'],
    basis: ['MNIO.MATCH', 'MNIO.PLACES'],
    opens: [{ code: 'MNIO-HOLD', restarts: true }],
    apply: () => ({ holdExtended: true })
  }),
  'acse.hold_lapsed': row({
    from: [...promised, 'security_alert'],
    to: 'refused_by_structure',
    label: { fr: 'La place n’est plus tenue', en: 'The place is no longer held' },
    done: {
      fr: 'Place rendue : elle n’était tenue que pour un temps',
      en: 'Place given back: held for a time only'
    },
    input: nothing,
    basis: ['MNIO.MATCH', 'MNIO.PLACES'],
    opens: [{ code: 'MNIO-RESEARCH' }],
    effects: [{ type: 'releaseHeld' }],
    apply: () => ({ host: null }),
    offered: false,
    evenWhenClosed: true
  }),
  'acse.declined_by_person': row({
    from: [...seeking, ...promised],
    to: 'declined_by_person',
    label: {
      fr: 'Noter que la personne ne souhaite plus partir',
      en: 'Record that the person no longer wishes to move'
    },
    done: { fr: 'La personne a renoncé à partir', en: 'The person chose not to move' },
    input: nothing,
    guards: ['noBed'],
    basis: ['MNIO.ACSE', 'COE197.12'],
    effects: release
  })
}
