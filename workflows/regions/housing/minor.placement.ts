import { rowsOf } from '../../act/command.ts'
import { choice, closed, date, nothing } from '../../vocabulary/fields.ts'
import { named, standingOfChild } from './fields.ts'
import { asylumPlaceOver, endAsylumPlace, release } from './ways.ts'
import { inDanger } from '../../vocabulary/words.danger.ts'
import { incidents } from '../../vocabulary/words.housing.ts'
import { placementEnds } from '../../vocabulary/words.minor.ts'

const row = rowsOf('housing', { transition: 'T606', basis: ['MNIO.MINOR'] })

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
    from: [...unplaced, 'minor_placement'],
    label: { fr: 'Demander une place pour mineur', en: 'Ask for a place for a minor' },
    done: { fr: 'Place pour mineur demandée', en: 'Place for a minor asked for' },
    input: closed({
      ...named,
      ...standingOfChild
    }),
    guards: ['minorOrDoubt'],
    basis: ['CC.375-3', 'MNIO.MINOR'],
    effects: [{ type: 'openReferral', kind: 'minor_place' }],
    apply: () => ({ sentHome: false })
  }),
  'minor.placement_matched': row({
    from: [...unplaced, 'minor_placement'],
    label: { fr: 'Une structure pour mineurs garde une place', en: 'A shelter for minors keeps a place' },
    input: nothing,
    guards: ['minorOrDoubt'],
    opens: [{ code: 'MNIO-MINOR-HOLD', restarts: true }],
    effects: [{ type: 'reserveStay' }],
    offered: false
  }),
  'minor.placement_lapsed': row({
    label: { fr: 'La place de l’enfant n’est plus tenue', en: 'The child’s place is no longer held' },
    done: {
      fr: 'Place pour mineur rendue : elle n’était tenue que pour un temps',
      en: 'Place for a minor given back: held for a time only'
    },
    input: nothing,
    basis: ['MNIO.MATCH', 'MNIO.PLACES'],
    effects: [{ type: 'releaseHeld' }],
    offered: false
  }),
  'minor.placement_arrival': row({
    from: [...unplaced, 'minor_placement'],
    to: 'minor_placement',
    label: { fr: 'Enregistrer l’arrivée de l’enfant', en: 'Record the child’s arrival' },
    done: { fr: 'Enfant arrivé dans sa place', en: 'Child arrived at the place' },
    input: closed({ on: date({ label: { fr: 'Date d’arrivée', en: 'Date of arrival' } }) }),
    guards: ['minorOrDoubt'],
    requires: ['placeHeld'],
    effects: [{ type: 'admitStay' }, ...endAsylumPlace],
    apply: () => ({ bed: null, ...asylumPlaceOver })
  }),
  'minor.placement_alert': row({
    transition: 'T209',
    from: ['minor_placement'],
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
    apply: () => ({ danger: 'immediate', localDanger: true })
  }),
  'minor.placement_cancelled': row({
    from: [...unplaced, 'minor_placement'],
    label: { fr: 'Rendre la place avant l’arrivée', en: 'Give the place back before arrival' },
    done: { fr: 'Place rendue avant l’arrivée', en: 'Place given back before arrival' },
    input: nothing,
    guards: ['minorOrDoubt'],
    requires: ['placeHeld'],
    effects: [{ type: 'releaseHeld' }]
  }),
  'minor.placement_ended': row({
    from: ['minor_placement'],
    to: 'left',
    requires: ['returnDecided'],
    label: { fr: 'Enregistrer le départ de l’enfant', en: 'Record the child’s departure' },
    done: { fr: 'Enfant parti de sa place', en: 'Child left the place' },
    input: closed({
      on: date({ label: { fr: 'Date de départ', en: 'Date of departure' } }),
      reason: choice(placementEnds, { label: { fr: 'Pourquoi l’enfant part', en: 'Why the child leaves' } })
    }),
    effects: release
  })
}
