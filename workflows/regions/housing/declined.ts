import { rowsOf } from '../../act/command.ts'
import { choice, closed, nothing } from '../../vocabulary/fields.ts'
import { promised, seeking } from './ways.ts'
import { inDanger } from '../../vocabulary/words.danger.ts'
import { placeDeclines } from '../../vocabulary/words.housing.ts'
import { housingRefusals } from '../../vocabulary/words.ts'

const row = rowsOf('housing', { transition: 'T206' })

/** A no that comes after the yes: of the structure once it has met the person, of the person, or to moving at all. */
export const declined = {
  // The interview is there to say no as well: the place is free, the desk seeks again, and the reason is counted.
  'acse.refused_after': row({
    from: promised,
    to: 'refused_by_structure',
    label: { fr: 'Refuser l’accueil après l’entretien', en: 'Decline the stay after the interview' },
    done: {
      fr: 'Accueil refusé par la structure après son accord',
      en: 'Stay declined by the structure after its agreement'
    },
    input: closed({ reason: choice(housingRefusals, { label: { fr: 'Motif', en: 'Reason' } }) }),
    requires: ['placeHeld'],
    basis: ['MNIO.ACSE', 'MNIO.PLACES'],
    opens: [
      { code: 'MNIO-RESEARCH' },
      { code: 'MNIO-EMG', when: 'unsheltered', whenInput: { field: 'reason', is: 'too_urgent' } }
    ],
    effects: [{ type: 'refuseHeld' }],
    aloud: { word: inDanger, when: { field: 'reason', is: 'too_urgent' } },
    apply: (_facts, { reason }) => ({
      host: null,
      ...(reason === 'too_urgent' && { danger: 'immediate' as const })
    })
  }),
  'acse.place_declined': row({
    from: promised,
    to: 'placement_requested',
    label: {
      fr: 'Noter que la personne refuse cette place',
      en: 'Record that the person declines this place'
    },
    done: { fr: 'La personne a refusé la place tenue', en: 'The person declined the place held' },
    input: closed({
      reason: choice(placeDeclines, {
        label: { fr: 'Pourquoi la personne refuse cette place', en: 'Why the person declines this place' },
        dataClass: 'K'
      })
    }),
    requires: ['placeHeld'],
    basis: ['MNIO.ACSE', 'COE197.12'],
    opens: [{ code: 'MNIO-RESEARCH' }],
    effects: [{ type: 'releaseHeld' }],
    apply: () => ({ host: null })
  }),
  // Whoever sleeps in a place and gives up another one loses nothing: the search ends, the bed is theirs.
  'housing.stays': row({
    from: [...seeking, ...promised],
    to: 'housed_acse',
    label: {
      fr: 'Noter que la personne préfère rester où elle est',
      en: 'Record that the person prefers to stay where they are'
    },
    done: { fr: 'La personne reste dans sa place', en: 'The person stays in their place' },
    input: nothing,
    guards: ['hasBed'],
    requires: ['ownHeld'],
    basis: ['MNIO.ACSE', 'COE197.12'],
    effects: [{ type: 'endOffers' }],
    apply: ({ bed }) => ({ host: bed })
  })
}
