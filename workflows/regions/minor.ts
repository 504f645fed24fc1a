import { rowsOf, type Region, type States } from '../command.ts'
import { choice, closed, longText, optional, yes } from '../fields.ts'

const states = {
  not_applicable: { label: { fr: 'Sans objet', en: 'Not applicable' }, tone: 'none' },
  presumed_minor: { label: { fr: 'Mineure, ou présumée telle', en: 'Minor, or presumed so' }, tone: 'late' },
  age_disputed: { label: { fr: 'Âge contesté', en: 'Age disputed' }, tone: 'late' },
  information_preoccupante: { label: { fr: 'Information préoccupante transmise', en: 'Report of concern sent' }, tone: 'running' },
  signalement: { label: { fr: 'Signalée au parquet', en: 'Reported to the prosecutor' }, tone: 'running' },
  opp_issued: { label: { fr: 'Placement provisoire', en: 'Provisional placement' }, tone: 'running' },
  je_seized: { label: { fr: 'Juge saisi', en: 'Judge seized' }, tone: 'running' },
  measure_ordered: { label: { fr: 'Mesure ordonnée', en: 'Measure ordered' }, tone: 'running' },
  placed_distanced: { label: { fr: 'Placée à distance', en: 'Placed far away' }, tone: 'done' },
  placed_secure: { label: { fr: 'Placée en lieu sécurisé', en: 'Placed in a secure centre' }, tone: 'done' },
  placed_common: { label: { fr: 'Placée', en: 'Placed' }, tone: 'done' },
  runaway: { label: { fr: 'En fugue', en: 'Runaway' }, tone: 'late' },
  majority_reached: { label: { fr: 'Majorité atteinte', en: 'Of age' }, tone: 'none' }
} as const satisfies States

const row = rowsOf('minor', states)

const commands = {
  'concern.report': row({
    transition: 'T601',
    from: ['presumed_minor', 'age_disputed'],
    to: 'information_preoccupante',
    label: { fr: 'Transmettre l’information préoccupante', en: 'Send the report of concern' },
    done: { fr: 'Information préoccupante transmise', en: 'Report of concern sent' },
    input: closed({
      parentsInformed: choice(
        {
          contrary: { fr: 'non, contraire à l’intérêt de l’enfant', en: 'no, contrary to the child’s interest' },
          informed: { fr: 'oui', en: 'yes' }
        },
        {
          label: { fr: 'Parents informés', en: 'Parents informed' },
          hint: { fr: 'En matière de traite, l’information des parents est le plus souvent contraire à l’intérêt de l’enfant.', en: 'In trafficking, informing parents is most often contrary to the child’s interest.' }
        }
      ),
      childHeard: optional(yes({ label: { fr: 'L’enfant a pu dire ce qu’il ou elle en pense', en: 'The child could say what they think' } })),
      opinion: optional(longText({ label: { fr: 'Ce que l’enfant en dit', en: 'What the child says about it' }, dataClass: 'C' })),
      facts: longText({ label: { fr: 'Ce qui inquiète', en: 'What gives concern' }, dataClass: 'C' })
    }),
    guards: ['minorOrDoubt'],
    basis: ['CASF.L226-2-1', 'COE197.10'],
    opens: [{ code: 'D-IP' }],
    closes: ['MNIO-IP'],
    effects: [{ type: 'invite', capacity: 'child_protection', who: 'territoryChildProtection' }],
    duty: true,
    learns: (_facts, input) => ({ childHeard: input.childHeard ?? false })
  })
}

export const minor = {
  initial: 'not_applicable',
  states,
  settles: {
    not_applicable: [{ to: 'presumed_minor', when: 'minorOrDoubt' }],
    presumed_minor: [{ to: 'not_applicable', when: 'adult' }]
  },
  commands
} as const satisfies Region
