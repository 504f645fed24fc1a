import { rowsOf } from '../../case/command.ts'
import { choice, closed, date, nothing } from '../../vocabulary/fields.ts'
import { named, standing } from '../housing/fields.ts'
import { asylumPlaceOver, endAsylumPlace, release } from '../housing/ways.ts'
import { housingStates as states } from '../housing/states.ts'
import { inDanger } from '../words.danger.ts'
import { incidents } from '../words.housing.ts'
import { placementEnds } from '../words.minor.ts'

const row = rowsOf('housing', states)

const unplaced = [
  'unassessed',
  'no_need',
  'emergency_local',
  'left',
  'ended',
  'declined_by_person',
  'absconded'
] as const

/** A child's own place: offered by child protection, kept by a shelter for minors. A flight alone does not free it. */
export const minorPlacement = {
  'minor.placement_offer': row({
    transition: 'T606',
    from: [...unplaced, 'minor_placement'],
    to: 'same',
    label: { fr: 'Demander une place pour mineur·e', en: 'Ask for a place for a minor' },
    done: { fr: 'Place pour mineur·e demandée', en: 'Place for a minor asked for' },
    input: closed({
      ...named,
      ...standing
    }),
    guards: ['minorOrDoubt'],
    basis: ['CC.375-3', 'MNIO.MINOR'],
    effects: [{ type: 'openReferral', kind: 'minor_place' }],
    learns: () => ({ sentHome: false })
  }),
  'minor.placement_matched': row({
    transition: 'T606',
    from: [...unplaced, 'minor_placement'],
    to: 'same',
    label: { fr: 'Une structure pour mineurs garde une place', en: 'A shelter for minors keeps a place' },
    done: { fr: 'Une structure pour mineurs garde une place', en: 'A shelter for minors keeps a place' },
    input: nothing,
    guards: ['minorOrDoubt'],
    basis: ['MNIO.MINOR'],
    opens: [{ code: 'MNIO-MINOR-HOLD', restarts: true }],
    effects: [{ type: 'reserveStay' }],
    offered: false
  }),
  'minor.placement_lapsed': row({
    transition: 'T606',
    from: 'any',
    to: 'same',
    label: { fr: 'La place de l’enfant n’est plus tenue', en: 'The child’s place is no longer held' },
    done: {
      fr: 'Place pour mineur·e rendue : elle n’était tenue que pour un temps',
      en: 'Place for a minor given back: held for a time only'
    },
    input: nothing,
    basis: ['MNIO.MATCH', 'MNIO.PLACES'],
    effects: [{ type: 'releaseHeld' }],
    offered: false
  }),
  'minor.placement_arrival': row({
    transition: 'T606',
    from: [...unplaced, 'minor_placement'],
    to: 'minor_placement',
    label: { fr: 'Enregistrer l’arrivée de l’enfant', en: 'Record the child’s arrival' },
    done: { fr: 'Enfant arrivé·e dans sa place', en: 'Child arrived at the place' },
    input: closed({ on: date({ label: { fr: 'Date d’arrivée', en: 'Date of arrival' } }) }),
    guards: ['minorOrDoubt'],
    requires: ['placeHeld'],
    basis: ['MNIO.MINOR'],
    effects: [{ type: 'admitStay' }, ...endAsylumPlace],
    learns: () => ({ bed: null, ...asylumPlaceOver })
  }),
  'minor.placement_alert': row({
    transition: 'T209',
    from: ['minor_placement'],
    to: 'same',
    label: {
      fr: 'Donner l’alerte : le lieu n’est plus sûr',
      en: 'Raise the alert: the place is no longer safe'
    },
    done: { fr: 'Alerte de sécurité donnée', en: 'Security alert raised' },
    input: closed({
      incident: choice(incidents, { label: { fr: 'Ce qui s’est passé', en: 'What happened' } })
    }),
    guards: ['minorOrDoubt'],
    basis: ['MNIO.SECURITY', 'MNIO.MINOR'],
    opens: [{ code: 'MNIO-MOVE' }],
    aloud: { word: inDanger },
    learns: () => ({ danger: 'immediate', localDanger: true })
  }),
  'minor.placement_cancelled': row({
    transition: 'T606',
    from: [...unplaced, 'minor_placement'],
    to: 'same',
    label: { fr: 'Rendre la place avant l’arrivée', en: 'Give the place back before arrival' },
    done: { fr: 'Place rendue avant l’arrivée', en: 'Place given back before arrival' },
    input: nothing,
    guards: ['minorOrDoubt'],
    requires: ['placeHeld'],
    basis: ['MNIO.MINOR'],
    effects: [{ type: 'releaseHeld' }]
  }),
  'minor.placement_ended': row({
    transition: 'T606',
    from: ['minor_placement'],
    to: 'left',
    checks: ['returnDecided'],
    label: { fr: 'Enregistrer le départ de l’enfant', en: 'Record the child’s departure' },
    done: { fr: 'Enfant parti·e de sa place', en: 'Child left the place' },
    input: closed({
      on: date({ label: { fr: 'Date de départ', en: 'Date of departure' } }),
      reason: choice(placementEnds, { label: { fr: 'Pourquoi', en: 'Why' } })
    }),
    basis: ['MNIO.MINOR'],
    effects: release
  })
}
