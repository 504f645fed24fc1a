import { rowsOf, type Region } from '../act/command.ts'
import { heldSeekers } from './asylum.border.ts'
import { refusals } from './asylum.refusals.ts'
import { transfer } from './asylum.transfer.ts'
import { decisionNotice, decisionTimes } from './asylum.times.ts'
import { agreed, choice, closed, date, optional } from '../vocabulary/fields.ts'
import { asylumStates as states } from '../vocabulary/states.ts'

const row = rowsOf('asylum', { transition: 'T310' })

/** Dates and status only: what the person tells the asylum office is never here, and the prefecture sees nothing of it. */
const day = (fr: string, en: string) => date({ label: { fr, en }, dataClass: 'I' })

/**
 * The asylum claim, T310. It is told to fewer people than the stay is: its acts move nothing else, so that whoever may not
 * know of it finds the stay where they left it. A card given for a protection is written down as any other permit.
 */
export const asylum = {
  initial: 'none',
  states,
  always: {
    none: [{ to: 'pending', when: 'knownAsylum' }],
    deciding: [
      { to: 'refused', when: ({ asylumRouteDue }) => asylumRouteDue },
      { to: 'protected', when: ({ asylumRouteDue }) => !asylumRouteDue }
    ]
  },
  commands: {
    ...transfer,
    ...refusals,
    ...heldSeekers,
    'asylum.lodged': row({
      records: true,
      from: ['none', 'protected', 'refused'],
      to: 'pending',
      label: { fr: 'Enregistrer une demande d’asile', en: 'Record an asylum application' },
      done: { fr: 'Demande d’asile enregistrée', en: 'Asylum application recorded' },
      input: closed({
        attestedOn: day('Attestation du', 'Certificate of'),
        wishes: agreed({
          label: { fr: 'La personne le souhaite', en: 'The person wishes it' },
          dataClass: 'I'
        })
      }),
      guards: ['thirdCountry'],
      basis: ['CESEDA.L431-2', 'CESEDA.L521-9', 'CESEDA.L522-1'],
      apply: () => ({ asylumLink: true, asylumRouteDue: false })
    }),
    'asylum.invited': row({
      records: true,
      from: ['pending'],
      label: {
        fr: 'Enregistrer l’invitation à demander un autre titre',
        en: 'Record the invitation to ask for another permit'
      },
      done: {
        fr: 'Invitation à demander aussi un autre titre',
        en: 'Invited to ask for another permit as well'
      },
      input: closed({
        invitedOn: date({
          label: { fr: 'Invitation du préfet remise le', en: 'Prefect’s invitation given on' },
          hint: {
            fr: 'Deux mois pour demander un autre titre ; ensuite, seulement si les circonstances sont nouvelles.',
            en: 'Two months to ask for another permit; later, only for new circumstances.'
          },
          dataClass: 'I'
        })
      }),
      basis: ['CESEDA.L431-2', 'CESEDA.D431-7'],
      opens: [{ code: 'D-ASILE-SEJOUR', startsOn: 'invitedOn' }],
      apply: () => ({ invitationOver: false })
    }),
    'asylum.decision': row({
      records: true,
      // What rejects an application takes back no protection that was given before: somebody else decides that.
      keeps: ['protected'],
      from: ['pending'],
      to: 'deciding',
      label: { fr: 'Enregistrer la décision d’asile', en: 'Record the asylum decision' },
      done: { fr: 'Décision d’asile enregistrée', en: 'Asylum decision recorded' },
      input: closed({
        decision: choice(
          {
            protected: { fr: 'protection accordée', en: 'protection granted' },
            subsidiary: {
              fr: 'protection subsidiaire accordée, statut de réfugié refusé',
              en: 'subsidiary protection granted, refugee status refused'
            },
            refused: { fr: 'demande rejetée définitivement', en: 'application finally rejected' }
          },
          { label: { fr: 'Décision', en: 'Decision' }, dataClass: 'I' }
        ),
        decisionOn: day('Décision du', 'Decision of'),
        ...decisionNotice,
        endOfHousingOn: optional(
          date({
            label: { fr: 'Fin de prise en charge annoncée au', en: 'End of housing announced for' },
            dataClass: 'I',
            ahead: true
          })
        )
      }),
      checks: ['lastDayInMonth'],
      basis: [
        ...(['CESEDA.L531-10', 'CESEDA.L532-1', 'CESEDA.L552-8', 'CESEDA.R532-10'] as const),
        ...(['EU.2024-1348.67', 'CJA.R821-1', 'CJA.R821-2'] as const)
      ],
      opens: [{ code: 'MNIO-REHOUSE', when: 'rehouseAfterAsylum', startsOn: 'decisionOn' }, ...decisionTimes],
      apply: ({ asylumPlace }, { decision }) => ({
        rehousing: asylumPlace === 'slept',
        asylumLink: true,
        asylumRouteDue: decision === 'refused'
      })
    })
  }
} as const satisfies Region
