import { rowsOf, type Region } from '../command.ts'
import { choice, closed, longText, optional, yes } from '../fields.ts'
import { minorStates as states } from './states.ts'

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
          contrary: {
            fr: 'non, contraire à l’intérêt de l’enfant',
            en: 'no, contrary to the child’s interest'
          },
          informed: { fr: 'oui', en: 'yes' }
        },
        {
          label: { fr: 'Parents informés', en: 'Parents informed' },
          hint: {
            fr: 'En matière de traite, l’information des parents est le plus souvent contraire à l’intérêt de l’enfant.',
            en: 'In trafficking, informing parents is most often contrary to the child’s interest.'
          }
        }
      ),
      childHeard: optional(
        yes({
          label: {
            fr: 'L’enfant a pu dire ce qu’il ou elle en pense',
            en: 'The child could say what they think'
          }
        })
      ),
      opinion: optional(
        longText({
          label: { fr: 'Ce que l’enfant en dit', en: 'What the child says about it' },
          dataClass: 'C'
        })
      ),
      facts: longText({ label: { fr: 'Ce qui inquiète', en: 'What gives concern' }, dataClass: 'C' })
    }),
    guards: ['minorOrDoubt'],
    basis: ['CASF.L226-2-1', 'COE197.10'],
    opens: [{ code: 'D-IP' }],
    closes: ['MNIO-IP'],
    effects: [{ type: 'invite', capacity: 'child_protection', who: 'territoryChildProtection' }],
    duty: true,
    learns: (facts, input) => ({ childHeard: facts.childHeard || input.childHeard === true })
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
