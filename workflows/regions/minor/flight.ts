import { Type } from 'typebox'
import { rowsOf } from '../../act/command.ts'
import { agreed, choice, closed, date, longText, notesKeyword, optional } from '../../vocabulary/fields.ts'
import { on, opinion } from './fields.ts'
import { territoryCodes } from '../../calendar/territories.ts'
import { placed } from './justice.ts'
import { beforeJudge } from '../../vocabulary/states.ts'
import { findings, flights, searches } from '../../vocabulary/words.minor.ts'

const row = rowsOf('minor', { transition: 'T608', sees: 'C' })

/** A child who has run away is searched for until found: no clock and no silence ends the search. */
export const flight = {
  'runaway.report': row({
    transition: 'T608',
    // A flight within hours of the first meeting is common: nothing need have been reported before.
    from: [...beforeJudge, 'opp_issued', 'je_seized', 'measure_ordered', ...placed],
    to: 'runaway',
    label: { fr: 'Signaler une fugue', en: 'Report a runaway child' },
    done: { fr: 'Fugue signalée', en: 'Flight reported' },
    input: closed({
      lastSeenOn: date({ label: { fr: 'Vue pour la dernière fois le', en: 'Last seen on' } }),
      how: choice(flights, { label: { fr: 'Circonstances', en: 'Circumstances' } }),
      policeTold: agreed({
        label: {
          fr: 'La police ou la gendarmerie est prévenue de la disparition',
          en: 'Police or gendarmerie is told of the disappearance'
        }
      }),
      details: optional(
        longText({
          label: { fr: 'Ce qui peut aider à la retrouver', en: 'What may help to find them' },
          dataClass: 'C'
        })
      )
    }),
    guards: ['minorOrDoubt'],
    basis: ['CASF.L223-2', 'CP.223-6', 'MNIO.MINOR'],
    opens: [{ code: 'MNIO-SEARCH', restarts: true }],
    effects: [{ type: 'invite', capacity: 'police', who: 'childPlacePolice' }],
    apply: (facts, _input, _by, from) => ({
      missing: true,
      fledFrom: from.minor,
      minorBefore: from.minor === 'age_disputed' ? facts.minorBefore : from.minor
    })
  }),
  'search.review': row({
    from: ['runaway'],
    label: { fr: 'Faire le point de la recherche', en: 'Review the search' },
    done: { fr: 'Point de recherche fait', en: 'Search reviewed' },
    input: closed({
      on,
      result: choice(searches, { label: { fr: 'Ce que l’on sait', en: 'What is known' } }),
      details: optional(longText({ label: { fr: 'Pistes', en: 'Leads' }, dataClass: 'C' }))
    }),
    guards: ['minorOrDoubt'],
    basis: ['MNIO.MINOR'],
    opens: [{ code: 'MNIO-SEARCH', restarts: true }]
  }),
  'runaway.found': row({
    from: ['runaway'],
    label: { fr: 'Noter que l’enfant est retrouvé', en: 'Record that the child is found' },
    done: { fr: 'Enfant retrouvé', en: 'Child found' },
    input: closed({
      on,
      how: choice(findings, { label: { fr: 'Comment', en: 'How' } }),
      foundIn: optional(
        Type.String({
          enum: territoryCodes,
          [notesKeyword]: {
            label: { fr: 'Dans quel département', en: 'In which département' },
            dataClass: 'F',
            lookup: 'territories'
          }
        })
      ),
      opinion
    }),
    basis: ['CC.375-5', 'CRC.12', 'MNIO.MINOR'],
    apply: (facts, input) => ({
      missing: false,
      foundIn: input.foundIn ?? facts.foundIn
    })
  })
}
