import { choice, choices, closed, optional } from '../../vocabulary/fields.ts'
import { unionGrounds, unionStays } from '../../vocabulary/words.union.ts'
import { on, row } from './words.ts'

/** The stay of a citizen of the Union, of the EEA or of Switzerland: no permit is asked for, and it is not without conditions. */
export const union = {
  'union.stay_checked': row({
    transition: 'T315',
    from: ['eu_or_french'],
    label: {
      fr: 'Enregistrer l’examen du droit au séjour (UE, EEE, Suisse)',
      en: 'Record the check of the right to stay (EU, EEA, Swiss)'
    },
    done: { fr: 'Droit au séjour examiné', en: 'Right to stay checked' },
    input: closed({
      on: on('Examiné le', 'Checked on'),
      outcome: choice(unionStays, {
        label: { fr: 'Le droit au séjour est', en: 'The right to stay is' },
        hint: {
          fr: 'Incertain, il est à établir avec la personne : la préfecture peut obliger à quitter le territoire qui n’en justifie plus (L251-1).',
          en: 'Doubtful, it is to be established with the person: the prefecture may oblige whoever no longer shows it to leave (L251-1).'
        },
        dataClass: 'E'
      }),
      grounds: optional(
        choices(unionGrounds, {
          label: { fr: 'Au titre de', en: 'On the ground of' },
          dataClass: 'E'
        })
      )
    }),
    guards: ['unionCitizen'],
    basis: ['CESEDA.L233-1', 'CESEDA.L232-1', 'CESEDA.L234-1', 'CESEDA.L251-1'],
    apply: (_facts, { outcome }) => ({ unionStay: outcome })
  })
}
