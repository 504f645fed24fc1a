import { rowsOf } from '../case/command.ts'
import { closed, date } from '../vocabulary/fields.ts'
import { identificationStates } from './states.ts'

const identity = rowsOf('identification', identificationStates)

/** A judgment that names her as victim: the third meaning of the word, which no other act gives. */
export const recognition = {
  'judgment.recognised': identity({
    transition: 'T108',
    from: [
      'under_triage',
      'presumed',
      'formal_pending',
      'formally_identified',
      'not_confirmed',
      'insufficient_elements',
      'review_open'
    ],
    to: 'court_recognised',
    label: {
      fr: 'Noter que le jugement la reconnaît victime',
      en: 'Record that the judgment recognises a victim'
    },
    done: { fr: 'Reconnue victime par une juridiction', en: 'Recognised as a victim by a court' },
    input: closed({ on: date({ label: { fr: 'Jugement du', en: 'Judgment of' } }) }),
    guards: ['finalDecision'],
    basis: ['CPP.2-22', 'CESEDA.L425-3'],
    evenWhenClosed: true,
    duty: true,
    learns: () => ({ presumed: true })
  })
}
