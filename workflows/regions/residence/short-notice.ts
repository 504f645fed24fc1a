import type { Opening } from '../../act/command.ts'
import type { DeadlineCode } from '../../deadlines/deadlines.ts'
import type { LegalCode } from '../../law/register.ts'
import { agreed, choice, closed } from '../../vocabulary/fields.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'
import { contestedFields } from './contested.ts'
import { afterLeavingRejection, dayOf, rejectionByEither } from './judgment.ts'

// A decision that is contested within hours or days of its notice, and stands beside whatever else the file knows: its notice, what
// the person brings before a court, and what that court says. None of the three moves a state or a fact.

type Classed = 'E' | 'I'

/** What the person brings before a court of their own will; neither number nor court is kept. */
export const broughtFields = (dataClass: Classed) => ({
  on: dayOf(dataClass, 'Déposé le', 'Filed on'),
  wishes: agreed({ label: { fr: 'La personne le souhaite', en: 'The person wishes it' }, dataClass })
})

/** The same, against one of several decisions that may stand beside one another. */
export const broughtForm = (dataClass: Classed) =>
  closed({ ...broughtFields(dataClass), ...contestedFields(dataClass) })

/** Of a judgment that may annul as well as reject. */
export const judgedForm = (dataClass: Classed, hint?: Bilingual) =>
  closed({
    outcome: choice(
      {
        rejected: { fr: 'recours rejeté', en: 'appeal rejected' },
        annulled: { fr: 'décision annulée', en: 'decision annulled' }
      },
      { label: { fr: 'Jugement', en: 'Judgment' }, ...(hint && { hint }), dataClass }
    ),
    ...rejectionByEither(dataClass)
  })

/** What is left once it is rejected: an appeal, then an appeal on points of law. */
export const onceRejected = (codes: { judgment: DeadlineCode; ruling: DeadlineCode }): readonly Opening[] =>
  afterLeavingRejection(codes).map((one) => ({
    ...one,
    whenInput: [{ field: 'outcome', is: 'rejected' }, ...[one.whenInput ?? []].flat()]
  }))

export const judgedBasis = [
  'CESEDA.R922-27',
  'CJA.R811-5',
  'CJA.R811-7',
  'CJA.R821-1',
  'CJA.R821-2'
] as const satisfies readonly LegalCode[]
