import { rowsOf, type Region } from '../act/command.ts'
import {
  agreed,
  choice,
  choices,
  closed,
  date,
  id,
  nothing,
  optional,
  orAddressee
} from '../vocabulary/fields.ts'
import { careStates as states } from '../vocabulary/states.ts'
import { healthDestinations, needDomains, planOutcomes, suspensionReasons } from '../vocabulary/words.care.ts'

const row = rowsOf('care', { transition: 'T502', basis: ['MNIO.CARE'] })
const withHer = agreed({
  label: { fr: 'Fait avec la personne, qui est d’accord', en: 'Done with the person, who agrees' }
})
const from = date({ label: { fr: 'À compter du', en: 'From' }, dataClass: 'E' })
const means = agreed({
  label: {
    fr: 'La personne déclare des ressources sous le plafond',
    en: 'The person declares means below the ceiling'
  },
  dataClass: 'E'
})

const wished = agreed({
  label: { fr: 'La personne la demande', en: 'The person asks for it' },
  dataClass: 'E'
})

// Nothing here asks where the procedure stands nor whether anyone confirmed: help never waits for them (I-01).
const commands = {
  'needs.assess': row({
    transition: 'T501',
    from: ['none', 'needs_assessed', 'plan_completed'],
    to: 'needs_assessed',
    label: { fr: 'Évaluer les besoins', en: 'Assess needs' },
    done: { fr: 'Besoins évalués', en: 'Needs assessed' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      domains: choices(needDomains, { label: { fr: 'Besoins relevés', en: 'Needs found' }, dataClass: 'H' }),
      urgent: choices(needDomains, {
        label: { fr: 'Dont ce qui ne peut pas attendre', en: 'Of which cannot wait' },
        dataClass: 'H',
        atLeast: 0
      }),
      withHer
    }),
    basis: ['COE197.12', 'CESEDA.R425-7', 'MNIO.CARE']
  }),
  'plan.sign': row({
    from: ['needs_assessed', 'plan_completed'],
    to: 'plan_active',
    label: { fr: 'Signer le plan d’accompagnement', en: 'Sign the support plan' },
    done: { fr: 'Plan d’accompagnement signé', en: 'Support plan signed' },
    input: closed({
      on: date({ label: { fr: 'Signé le', en: 'Signed on' } }),
      goals: choices(needDomains, { label: { fr: 'Objectifs', en: 'Goals' }, dataClass: 'H' }),
      withHer
    }),
    basis: ['CASF.L311-3', 'MNIO.CARE'],
    opens: [{ code: 'MNIO-PLAN-REVIEW', startsOn: 'on', restarts: true }],
    duty: 'planAwaited'
  }),
  'plan.review': row({
    from: ['plan_active'],
    label: { fr: 'Faire le bilan du plan', en: 'Review the plan' },
    done: { fr: 'Bilan du plan fait', en: 'Plan reviewed' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      goals: choices(needDomains, { label: { fr: 'Objectifs gardés', en: 'Goals kept' }, dataClass: 'H' }),
      withHer
    }),
    basis: ['CASF.L311-3', 'MNIO.CARE'],
    opens: [{ code: 'MNIO-PLAN-REVIEW', startsOn: 'on', restarts: true }]
  }),
  'plan.suspend': row({
    from: ['plan_active'],
    to: 'plan_suspended',
    label: { fr: 'Suspendre le plan', en: 'Suspend the plan' },
    done: { fr: 'Plan suspendu', en: 'Plan suspended' },
    input: closed({
      reason: choice(suspensionReasons, {
        label: { fr: 'Pourquoi le plan est suspendu', en: 'Why the plan is suspended' }
      })
    }),
    suspends: ['MNIO-PLAN-REVIEW']
  }),
  'plan.resume': row({
    from: ['plan_suspended'],
    to: 'plan_active',
    label: { fr: 'Reprendre le plan', en: 'Resume the plan' },
    done: { fr: 'Plan repris', en: 'Plan resumed' },
    input: closed({ withHer }),
    resumes: ['MNIO-PLAN-REVIEW']
  }),
  'plan.complete': row({
    transition: 'T505',
    from: ['plan_active', 'plan_suspended'],
    to: 'plan_completed',
    label: { fr: 'Terminer le plan', en: 'Complete the plan' },
    done: { fr: 'Plan terminé', en: 'Plan completed' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      outcomes: choices(planOutcomes, {
        label: { fr: 'Ce qui est acquis', en: 'What was achieved' },
        dataClass: 'H'
      }),
      withHer
    })
  }),
  'health.refer': row({
    transition: 'T503',
    label: { fr: 'Orienter vers une structure de soins', en: 'Refer to a care provider' },
    done: { fr: 'Orientation vers une structure de soins', en: 'Referred to a care provider' },
    input: closed({
      destination: choice(healthDestinations, {
        label: { fr: 'Vers quel type de soins', en: 'To which kind of care' },
        hint: { fr: 'Jamais de diagnostic ici.', en: 'Never a diagnosis here.' },
        dataClass: 'H'
      }),
      recipientId: optional(id({ label: { fr: 'Service', en: 'Service' }, lookup: 'recipients' })),
      address: orAddressee
    }),
    consent: 'G',
    basis: ['COE197.12', 'CESEDA.R425-7', 'MNIO.CARE'],
    effects: [{ type: 'openReferral', kind: 'health' }]
  }),
  'care.begin': row({
    transition: 'T503',
    label: { fr: 'Noter le début des soins', en: 'Note that care has begun' },
    done: { fr: 'Soins commencés', en: 'Care begun' },
    // Neither where nor for what: of her health the case keeps nothing.
    input: closed({ on: date({ label: { fr: 'Depuis le', en: 'Since' } }) }),
    basis: ['COE197.12', 'CESEDA.R425-7', 'MNIO.CARE']
  }),
  'care.ended': row({
    transition: 'T503',
    label: { fr: 'Soins terminés', en: 'Care ended' },
    input: nothing,
    offered: false
  }),
  'allowance.open': row({
    records: true,
    thread: { of: 'allowance', day: 'from' },
    transition: 'T504',
    label: { fr: 'Ouvrir l’allocation', en: 'Open the allowance' },
    done: { fr: 'Allocation ouverte', en: 'Allowance opened' },
    input: closed({
      from,
      means,
      wishes: wished,
      until: optional(
        date({
          label: { fr: 'Jusqu’au', en: 'Until' },
          hint: {
            fr: 'La loi ne fixe aucune durée : seulement si la décision en porte une.',
            en: 'The law sets no length: only if the decision bears one.'
          },
          dataClass: 'E',
          ahead: true
        })
      )
    }),
    guards: ['adult', 'allowanceOpens'],
    warns: ['noAfis'],
    basis: ['CESEDA.L425-2', 'CESEDA.R425-4', 'CESEDA.R425-7', 'CASF.R121-12-13-1'],
    sees: 'E',
    opens: [{ code: 'D-ADA', endsOn: 'until', restarts: true }],
    apply: (facts) => ({ allowance: 'ada', rights: [...new Set([...facts.rights, 'allowance'])] })
  }),
  'afis.open': row({
    records: true,
    thread: { of: 'allowance', day: 'from' },
    transition: 'T504',
    label: { fr: 'Ouvrir l’aide du parcours de sortie', en: 'Open the support of the exit programme' },
    done: { fr: 'Aide du parcours de sortie ouverte', en: 'Support of the exit programme opened' },
    input: closed({ from, means, wishes: wished }),
    guards: ['adult', 'programmeRunning'],
    warns: ['noAda'],
    basis: ['CASF.L121-9', 'CASF.R121-12-13-1'],
    sees: 'E',
    apply: () => ({ allowance: 'afis' })
  }),
  'allowance.end': row({
    records: true,
    thread: { of: 'allowance', day: 'on' },
    transition: 'T504',
    label: { fr: 'Mettre fin à l’allocation', en: 'End the allowance' },
    done: { fr: 'Allocation terminée', en: 'Allowance ended' },
    input: closed({ on: date({ label: { fr: 'Le', en: 'On' }, dataClass: 'E' }) }),
    guards: ['someAllowance'],
    basis: ['CESEDA.L425-2', 'CASF.R121-12-13-1'],
    sees: 'E',
    evenWhenClosed: true,
    apply: ({ rights }) => ({
      allowance: 'none',
      rights: rights.filter((right) => right !== 'allowance')
    })
  })
}

export const care = { initial: 'none', states, always: {}, commands } as const satisfies Region
