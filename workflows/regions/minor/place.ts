import { rowsOf } from '../../act/command.ts'
import { choice, closed, date, optional } from '../../vocabulary/fields.ts'
import { on } from './fields.ts'
import { placed } from './justice.ts'
import { adhesions, zones } from '../../vocabulary/words.minor.ts'
import { beforeJudge, unprotected } from '../../vocabulary/states.ts'

const row = rowsOf('minor', {
  transition: 'T606',
  guards: ['minorOrDoubt'],
  sees: 'K',
  basis: ['CC.375-3', 'MNIO.MINOR']
})

// These acts start only from the judge's order. Before it, a child's place is recorded by minor.placement_*, which
// leaves the region where it is: the time limits of eight and fifteen days hang on that state and must stay visible.
const ordered = ['measure_ordered'] as const

const where = {
  on: date({ label: { fr: 'Depuis le', en: 'Since' } }),
  zone: choice(zones, {
    label: { fr: 'Groupe de régions', en: 'Group of regions' },
    hint: { fr: 'Jamais le lieu.', en: 'Never the place.' },
    dataClass: 'A'
  }),
  adhesion: choice(adhesions, {
    label: { fr: 'Ce qu’en pense l’enfant', en: 'What the child thinks of it' },
    hint: {
      fr: 'Son adhésion est recherchée ; sa protection n’en dépend pas.',
      en: 'Their agreement is sought; their protection does not depend on it.'
    }
  })
}

/** Whatever the judge had decided of a return, the child is in care again. */
const taken = () => ({ sentHome: false })

const review = { code: 'MNIO-PLACEMENT-REVIEW', startsOn: 'on', restarts: true } as const

/** Where child protection takes the child: a wide group of regions is written down, the place never is. */
export const placing = {
  'place.distanced': row({
    records: true,
    keeps: [...unprotected, ...beforeJudge, 'opp_issued', 'je_seized', 'runaway'],
    from: [...ordered, 'placed_secure', 'placed_common'],
    to: 'placed_distanced',
    label: { fr: 'Placer loin du danger', en: 'Place far from the danger' },
    done: { fr: 'Placement loin du danger', en: 'Placed far from the danger' },
    input: closed(where),
    opens: [review],
    apply: taken
  }),
  // Done again from where it leads, it renews the six months.
  'place.secure': row({
    records: true,
    keeps: [...unprotected, ...beforeJudge, 'opp_issued', 'je_seized', 'runaway'],
    transition: 'T607',
    from: [...ordered, ...placed],
    to: 'placed_secure',
    label: { fr: 'Admettre en lieu sécurisé, ou renouveler', en: 'Admit to a secure centre, or renew' },
    done: { fr: 'Admission en lieu sécurisé', en: 'Admitted to a secure centre' },
    input: closed(where),
    opens: [review, { code: 'MNIO-SECURE-STAY', startsOn: 'on', restarts: true }],
    apply: taken
  }),
  'place.common': row({
    records: true,
    keeps: [...unprotected, ...beforeJudge, 'opp_issued', 'je_seized', 'runaway'],
    from: [...ordered, 'placed_distanced', 'placed_secure'],
    to: 'placed_common',
    label: { fr: 'Placer en accueil ordinaire', en: 'Place in ordinary care' },
    done: { fr: 'Placement en accueil ordinaire', en: 'Placed in ordinary care' },
    input: closed(where),
    opens: [review],
    apply: taken
  }),
  'placement.review': row({
    from: placed,
    label: { fr: 'Faire le bilan du placement', en: 'Review the placement' },
    done: { fr: 'Bilan du placement fait', en: 'Placement reviewed' },
    input: closed({
      on,
      outcome: choice(
        {
          goes_on: { fr: 'le placement continue', en: 'the placement goes on' },
          change: { fr: 'un autre lieu est à chercher', en: 'another place is to be found' },
          end: { fr: 'la fin est à demander au juge', en: 'the judge is to be asked to end it' }
        },
        { label: { fr: 'Suite', en: 'What follows' } }
      ),
      adhesion: optional(where.adhesion)
    }),
    basis: ['MNIO.MINOR', 'CC.375-3'],
    opens: [review]
  })
}
